/** Something is seen otherwise than it was: since when, and in how many syncs. */
export interface Turn {
  readonly since: number;
  readonly syncs: number;
}

const leastSyncs = 2;
export const leastMs = 15 * 60_000;

export function continueTurn(turn: Turn | null, at: number): Turn {
  return turn === null ? { since: at, syncs: 1 } : { since: turn.since, syncs: turn.syncs + 1 };
}

/** It has held through two syncs and a quarter of an hour: it is not taken for a flap any more. */
export function isSettled({ since, syncs }: Turn, at: number): boolean {
  return syncs >= leastSyncs && at - since >= leastMs;
}
