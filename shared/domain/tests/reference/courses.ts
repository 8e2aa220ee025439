import { members } from './initiative-figures.ts';
import { Lookup } from './instant.ts';
import type { World, WorldIssue } from './world.ts';

export interface CourseReference {
  startAt: number | null;
  endAt: number | null;
  firstValueAt: number | null;
  /** Milliseconds; null where the start or the end is not known. */
  parts: Record<'workingMs' | 'waitingOnOthersMs' | 'waitingInsideMs' | 'idleMs' | 'notStartedMs', number> | null;
}

export function referenceCourses(
  world: World,
  now: number,
  measure = (from: number, to: number) => to - from,
): Map<string, CourseReference> {
  const lookup = new Lookup(world);
  return new Map(
    world.initiatives.map(({ id, status, startedAt = null, completedAt = null }): [string, CourseReference] => {
      const own = members(world, id);
      const known = (at: number | null) => (at !== null && at <= now ? at : null);
      const instants = [...new Set(own.flatMap((issue) => lookup.breakpoints(issue)))].filter((t) => t <= now).sort((a, b) => a - b);
      const firstInPlay = instants.find((t) => own.some((issue) => lookup.inPlay(issue, t))) ?? null;
      const startAt = known(startedAt) ?? firstInPlay;
      const endAt = status === 'completed' ? known(completedAt) : status === 'canceled' ? null : now;
      const firstValueAt = startAt === null ? null : (completionsOf(lookup, own, now).find((at) => at >= startAt) ?? null);
      if (startAt === null || endAt === null || endAt < startAt) return [id, { startAt, endAt, firstValueAt, parts: null }];

      const parts = { workingMs: 0, waitingOnOthersMs: 0, waitingInsideMs: 0, idleMs: 0, notStartedMs: 0 };
      const cuts = [startAt, ...instants.filter((t) => t > startAt && t < endAt), endAt];
      for (let k = 0; k + 1 < cuts.length; k++) {
        const t = cuts[k] as number;
        parts[partAt(lookup, own, t, firstInPlay)] += measure(t, cuts[k + 1] as number);
      }
      return [id, { startAt, endAt, firstValueAt, parts }];
    }),
  );
}

function partAt(lookup: Lookup, own: WorldIssue[], t: number, firstInPlay: number | null) {
  if (firstInPlay === null || t < firstInPlay) return 'notStartedMs';
  const isStarted = (issue: WorldIssue) => lookup.inPlay(issue, t) && lookup.category(issue, t) === 'started';
  if (own.some((issue) => isStarted(issue) && !lookup.waiting(issue, t))) return 'workingMs';
  if (own.some((issue) => lookup.waiting(issue, t))) return 'waitingOnOthersMs';
  const isHeldInside = (issue: WorldIssue) =>
    lookup.inPlay(issue, t) &&
    lookup.team(issue, t) !== null &&
    lookup.blockers(issue, t).some((blocker) => lookup.team(blocker, t) === lookup.team(issue, t));
  return own.some(isHeldInside) ? 'waitingInsideMs' : 'idleMs';
}

/** When issues were completed by a known team, in order. */
function completionsOf(lookup: Lookup, issues: WorldIssue[], now: number): number[] {
  return issues
    .flatMap((issue) => {
      const changes = [...new Set(issue.statuses.map(({ at }) => at))].filter((at) => at <= now).sort((a, b) => a - b);
      return changes.filter((at, k) => {
        const isNew = k === 0 || lookup.category(issue, changes[k - 1] as number) !== 'completed';
        return isNew && lookup.category(issue, at) === 'completed' && lookup.team(issue, at) !== null;
      });
    })
    .sort((a, b) => a - b);
}
