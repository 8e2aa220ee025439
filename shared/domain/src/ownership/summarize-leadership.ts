/** From this share on the owner leads; below, the owner must borrow. */
export const ownTeamsShareOfLeader = 0.8;

export interface Leadership {
  /** Share of the initiative's in-play time that was in the accountable person's own teams; null where nothing was in play, or nobody knows those teams. */
  readonly resourceControl: number | null;
  /** STL: single-threaded leader. STO: single-threaded owner. */
  readonly leadership: 'STL' | 'STO' | null;
}

/**
 * `ownTeams`: today's teams of the one accountable person; null where there is no such person. Of somebody without any team
 * it is not known whom that person leads: trackers show teams of some people only.
 */
export function summarizeLeadership<T>(
  inPlayMsByTeam: Iterable<readonly [team: T, inPlayMs: number]>,
  ownTeams: ReadonlySet<T> | null,
): Leadership {
  let totalMs = 0;
  let ownMs = 0;
  for (const [team, inPlayMs] of inPlayMsByTeam) {
    totalMs += inPlayMs;
    if (ownTeams?.has(team)) ownMs += inPlayMs;
  }
  if (ownTeams === null || ownTeams.size === 0 || totalMs === 0) return { resourceControl: null, leadership: null };
  const resourceControl = ownMs / totalMs;
  return { resourceControl, leadership: resourceControl >= ownTeamsShareOfLeader ? 'STL' : 'STO' };
}
