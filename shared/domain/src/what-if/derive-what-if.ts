import { mergeTeams } from './merge-teams.ts';
import { compareIds, type TeamPair, type WaitSet } from './wait-set.ts';

/** What no longer counts as cross-team: the dependencies of these pairs, and those within teams that are merged. */
export interface WhatIfChange {
  readonly remove: readonly TeamPair[];
  /** Teams that become one. A team in several of these makes them one. */
  readonly merge: readonly (readonly string[])[];
}

/** Milliseconds; what is imposed is split, so it may be a fraction. */
export interface TaxSums {
  readonly inPlayMs: number;
  readonly waitingMs: number;
  readonly imposedMs: number;
}

export interface TeamWhatIf {
  /** One team, or all that are merged into it, in order. */
  readonly teamIds: readonly string[];
  /** Of merged teams: summed, with what they waited on each other. */
  readonly before: TaxSums;
  readonly after: TaxSums;
}

export interface WhatIf {
  readonly before: TaxSums;
  readonly after: TaxSums;
  readonly savedMs: number;
  readonly teams: readonly TeamWhatIf[];
}

/**
 * Recomputes a window as if the change had held all along: an issue waits while any team is left in its set. Removed pairs
 * are pairs of teams as they were, so the order of changes does not matter. Teams without a wait take part by `inPlayMsOf`.
 */
export function deriveWhatIf(
  waitSets: readonly WaitSet[],
  inPlayMsOf: ReadonlyMap<string, number>,
  { remove, merge }: WhatIfChange,
): WhatIf {
  const { groupOf } = mergeTeams(merge);
  const removedFor = new Map<string, Set<string>>();
  for (const { waitingTeamId, blockingTeamId } of remove) getOrAdd(removedFor, waitingTeamId, () => new Set()).add(blockingTeamId);
  const rows = new Map<string, Row>();
  const rowOf = (teamId: string): Row => {
    const row = getOrAdd(rows, groupOf(teamId), makeRow);
    row.teamIds.add(teamId);
    return row;
  };

  for (const [teamId, inPlayMs] of inPlayMsOf) rowOf(teamId).inPlayMs += inPlayMs;
  for (const { waitingTeamId, blockingTeamIds, waitingMs } of waitSets) {
    const waiting = rowOf(waitingTeamId);
    share(waiting, blockingTeamIds.map(rowOf), waitingMs, 'before');
    const removed = removedFor.get(waitingTeamId);
    const left = new Set(blockingTeamIds.filter((teamId) => !removed?.has(teamId)).map(rowOf));
    left.delete(waiting);
    share(waiting, [...left], waitingMs, 'after');
  }

  const teams = [...rows.values()].map(presentRow).sort((a, b) => compareIds(a.teamIds[0]!, b.teamIds[0]!));
  const before = addUp(teams.map((team) => team.before));
  const after = addUp(teams.map((team) => team.after));
  return { before, after, savedMs: before.waitingMs - after.waitingMs, teams };
}

interface Row {
  readonly teamIds: Set<string>;
  inPlayMs: number;
  readonly before: { waitingMs: number; imposedMs: number };
  readonly after: { waitingMs: number; imposedMs: number };
}

const makeRow = (): Row => ({
  teamIds: new Set(),
  inPlayMs: 0,
  before: { waitingMs: 0, imposedMs: 0 },
  after: { waitingMs: 0, imposedMs: 0 },
});

/** Nobody left to wait on: no wait. */
function share(waiting: Row, blocking: readonly Row[], ms: number, when: 'before' | 'after'): void {
  if (blocking.length === 0) return;
  waiting[when].waitingMs += ms;
  for (const row of blocking) row[when].imposedMs += ms / blocking.length;
}

function presentRow({ teamIds, inPlayMs, before, after }: Row): TeamWhatIf {
  return { teamIds: [...teamIds].sort(compareIds), before: { inPlayMs, ...before }, after: { inPlayMs, ...after } };
}

function addUp(all: readonly TaxSums[]): TaxSums {
  const sum = (measure: keyof TaxSums): number => all.reduce((total, sums) => total + sums[measure], 0);
  return { inPlayMs: sum('inPlayMs'), waitingMs: sum('waitingMs'), imposedMs: sum('imposedMs') };
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
