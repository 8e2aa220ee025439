/**
 * How long issues of one team waited on exactly these teams at once. A what-if is exact on these alone: taking teams out of
 * the sets, or putting teams together, says at every instant who would still have waited, and on whom.
 */
export interface WaitSet {
  readonly waitingTeamId: string;
  /** Distinct, never the waiting team itself. */
  readonly blockingTeamIds: readonly string[];
  readonly waitingMs: number;
}

/** The dependencies of one team on another. */
export interface TeamPair {
  readonly waitingTeamId: string;
  readonly blockingTeamId: string;
}

export function comparePairs(a: TeamPair, b: TeamPair): number {
  return compareIds(a.waitingTeamId, b.waitingTeamId) || compareIds(a.blockingTeamId, b.blockingTeamId);
}

export function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
