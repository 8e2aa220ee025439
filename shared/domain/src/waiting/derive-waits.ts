import type { Lifelines } from '../history/lifelines.ts';
import type { RootTimelines } from '../roots/derive-root-timelines.ts';
import type { TeamSets } from '../roots/team-sets.ts';
import { makePieceCollector } from './blocking-pieces.ts';
import { makeJointSweep } from './joint-sweep.ts';
import type { Links } from './links.ts';
import { isOneAtATime, makeLoneSweep } from './lone-sweep.ts';
import { makeWaitTables, type Waiting } from './wait-tables.ts';

/**
 * Sweeps once through the time of every issue that has blockers:
 *
 *     waiting  =  linked ∩ blocker open ∩ waiter in play ∩ teams differ
 *
 * The pieces are linked ∩ blocker open. The waiter's lifeline says when it is in play, and whose it is.
 */
export function deriveWaits(lifelines: Lifelines, links: Links, timelines: RootTimelines, teamSets: TeamSets, teamCount: number): Waiting {
  const issueCount = links.offset.length - 1;
  const tables = makeWaitTables(links.blocker.length);
  const { pieces, collect } = makePieceCollector(lifelines, links, timelines, teamSets);
  const sweepLone = makeLoneSweep(lifelines, pieces, teamSets, tables);
  const sweepJoint = makeJointSweep(lifelines, pieces, teamSets, teamCount, tables);

  for (let issue = 0; issue < issueCount; issue++) {
    if (links.offset[issue] === links.offset[issue + 1]) continue;
    collect(issue);
    if (isOneAtATime(pieces)) sweepLone(issue);
    else sweepJoint(issue);
  }
  return { waits: tables.waits.columns(), blocked: tables.blocked.columns(issueCount), roots: tables.roots.columns() };
}
