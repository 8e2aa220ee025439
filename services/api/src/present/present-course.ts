import type { Course } from '@speedtax/contract';
import { elapsedAt, type OrganizationClock } from '@speedtax/domain';
import type { InitiativeCourseRow } from '@speedtax/storage/analytics';

const unknown: Course = {
  startAt: null,
  startSource: null,
  endAt: null,
  completed: false,
  firstValueAt: null,
  timeToFirstValueMs: null,
  timeToValueMs: null,
  parts: null,
};

/** `clock`: that of the whole life of initiatives. */
export function presentCourse(row: InitiativeCourseRow | undefined, clock: Pick<OrganizationClock, 'knots'>): Course {
  if (!row) return unknown;
  const { startAt, startSource, endAt, isCompleted, firstValueAt } = row;
  const { workingMs, waitingOnOthersMs, waitingInsideMs, idleMs, notStartedMs } = row;
  const isMeasured =
    workingMs !== null && waitingOnOthersMs !== null && waitingInsideMs !== null && idleMs !== null && notStartedMs !== null;
  return {
    startAt: startAt?.toISOString() ?? null,
    startSource,
    endAt: endAt?.toISOString() ?? null,
    completed: isCompleted,
    firstValueAt: firstValueAt?.toISOString() ?? null,
    timeToFirstValueMs: elapsedMs(clock, startAt, firstValueAt),
    timeToValueMs: isMeasured && isCompleted ? elapsedMs(clock, startAt, endAt) : null,
    parts: isMeasured ? { workingMs, waitingOnOthersMs, waitingInsideMs, idleMs, notStartedMs } : null,
  };
}

function elapsedMs(clock: Pick<OrganizationClock, 'knots'>, from: Date | null, to: Date | null): number | null {
  return from && to ? elapsedAt(clock, to.getTime()) - elapsedAt(clock, from.getTime()) : null;
}
