import { floats, ints, makeRows } from '../columns/growing-rows.ts';
import { partitionRows } from '../columns/partition.ts';
import type { Lifelines } from '../history/lifelines.ts';
import type { Links } from '../waiting/links.ts';
import { chainEvent, deriveChains } from './chain-events.ts';
import { makeLiveGraph } from './live-graph.ts';
import { orderByWeb } from './order-by-web.ts';
import { makeRootFinder } from './root-finder.ts';
import { emptyTeamSet, type TeamSets } from './team-sets.ts';

/**
 * Which teams a wait on an issue goes back to, over time: for issue `i` rows `offset[i]` to `offset[i + 1] − 1`, each holding
 * until the next, the first one since ever. An issue without rows is never blocked itself: its root is its own team.
 */
export interface RootTimelines {
  readonly offset: Int32Array;
  readonly at: Float64Array;
  /** A number of `TeamSets`. */
  readonly set: Int32Array;
}

/** Replays each web of chains in time, recomputing at each instant only what waits on something that moved. */
export function deriveRootTimelines(lifelines: Lifelines, links: Links, teamSets: TeamSets): RootTimelines {
  const chains = deriveChains(lifelines, links, teamSets);
  const { events } = chains;
  const graph = makeLiveGraph(chains.issue.length, chains.blocker, chains.blocked);
  const finder = makeRootFinder(chains, graph, teamSets);

  const rows = makeRows({ issue: ints(events.at.length), at: floats(events.at.length), set: ints(events.at.length) });
  const { columns } = rows;
  const isRecorded = findBlockedNodes(chains.issue.length, chains.blocked);
  let instant = -Infinity;
  const record = (node: number, set: number): void => {
    if (isRecorded[node] === 0) return;
    const row = rows.next();
    columns.issue[row] = chains.issue[node]!;
    columns.at[row] = instant;
    columns.set[row] = set;
  };
  for (let node = 0; node < isRecorded.length; node++) record(node, emptyTeamSet);

  const { offset: webs, rows: order } = orderByWeb(chains);
  for (let web = 0; web + 1 < webs.length; web++)
    for (let next = webs[web]!; next < webs[web + 1]!; ) {
      instant = events.at[order[next]!]!;
      for (; next < webs[web + 1]! && events.at[order[next]!] === instant; next++) {
        const event = order[next]!;
        const subject = events.subject[event]!;
        if (events.kind[event] === chainEvent.ownTeamChanges) finder.changeOwnTeam(subject, events.value[event]!);
        else if (events.kind[event] === chainEvent.forceBegins) finder.bringInForce(subject);
        else finder.endForce(subject);
      }
      finder.settle(record);
    }

  const { issue, at, set } = rows.views();
  const { offset, columns: byIssue } = partitionRows(issue, lifelines.offset.length - 1, { at, set });
  return { offset, ...byIssue };
}

function findBlockedNodes(nodeCount: number, blocked: Int32Array): Uint8Array {
  const isBlocked = new Uint8Array(nodeCount);
  for (const node of blocked) isBlocked[node] = 1;
  return isBlocked;
}
