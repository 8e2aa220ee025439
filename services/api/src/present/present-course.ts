import type { Course } from '@speedtax/contract';
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

export function presentCourse(row: InitiativeCourseRow | undefined): Course {
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
    timeToFirstValueMs: elapsedMs(startAt, firstValueAt),
    timeToValueMs: isMeasured && isCompleted ? elapsedMs(startAt, endAt) : null,
    parts: isMeasured ? { workingMs, waitingOnOthersMs, waitingInsideMs, idleMs, notStartedMs } : null,
  };
}

function elapsedMs(from: Date | null, to: Date | null): number | null {
  return from && to ? to.getTime() - from.getTime() : null;
}
