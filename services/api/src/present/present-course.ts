import type { Course } from '@speedtax/contract';
import { type CourseParts, elapsedAt, growCourse, type OrganizationClock } from '@speedtax/domain';
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

/** @param clock that of the whole life of initiatives  @param dataCutOffAt to which a lasting course has grown */
export function presentCourse(row: InitiativeCourseRow | undefined, clock: Pick<OrganizationClock, 'knots'>, dataCutOffAt: Date): Course {
  if (!row) return unknown;
  const { startAt, startSource, isCompleted, firstValueAt } = row;
  const endAt = row.isLasting ? dataCutOffAt : row.endAt;
  const parts = partsOf(row, clock, dataCutOffAt);
  return {
    startAt: startAt?.toISOString() ?? null,
    startSource,
    endAt: endAt?.toISOString() ?? null,
    completed: isCompleted,
    firstValueAt: firstValueAt?.toISOString() ?? null,
    timeToFirstValueMs: elapsedMs(clock, startAt, firstValueAt),
    timeToValueMs: parts !== null && isCompleted ? elapsedMs(clock, startAt, endAt) : null,
    parts,
  };
}

function partsOf(row: InitiativeCourseRow, clock: Pick<OrganizationClock, 'knots'>, dataCutOffAt: Date): CourseParts | null {
  const { workingMs, waitingOnOthersMs, waitingInsideMs, idleMs, notStartedMs, settledAt, growingPart } = row;
  if (workingMs === null || waitingOnOthersMs === null || waitingInsideMs === null || idleMs === null || notStartedMs === null) return null;
  const parts = { workingMs, waitingOnOthersMs, waitingInsideMs, idleMs, notStartedMs };
  if (settledAt === null || growingPart === null) return parts;
  return growCourse({ since: settledAt.getTime(), part: growingPart, parts }, dataCutOffAt.getTime(), clock);
}

function elapsedMs(clock: Pick<OrganizationClock, 'knots'>, from: Date | null, to: Date | null): number | null {
  return from && to ? elapsedAt(clock, to.getTime()) - elapsedAt(clock, from.getTime()) : null;
}
