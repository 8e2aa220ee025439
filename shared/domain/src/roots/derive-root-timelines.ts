import { groupRows } from '../columns/group-rows.ts';
import { makeFloats, makeInts } from '../columns/growing-column.ts';
import { orderRows } from '../columns/sort-rows.ts';
import type { Lifelines } from '../history/lifelines.ts';
import type { Links } from '../waiting/links.ts';
import { chainEvent, deriveChains } from './chain-events.ts';
import { makeLiveGraph } from './live-graph.ts';
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

/** Replays all chains of dependencies in time, recomputing at each instant only what waits on something that moved. */
export function deriveRootTimelines(lifelines: Lifelines, links: Links, teamSets: TeamSets): RootTimelines {
  const chains = deriveChains(lifelines, links, teamSets);
  const { events } = chains;
  const graph = makeLiveGraph(chains.issue.length, chains.blocker, chains.blocked);
  const finder = makeRootFinder(chains, graph, teamSets);

  const rowIssue = makeInts();
  const rowAt = makeFloats();
  const rowSet = makeInts();
  const record = (node: number, at: number, set: number): void => {
    rowIssue.push(chains.issue[node]!);
    rowAt.push(at);
    rowSet.push(set);
  };
  const isRecorded = findBlockedNodes(chains.issue.length, chains.blocked);
  isRecorded.forEach((isBlocked, node) => {
    if (isBlocked === 1) record(node, -Infinity, emptyTeamSet);
  });

  const order = orderRows(events.at);
  for (let next = 0; next < order.length; ) {
    const instant = events.at[order[next]!]!;
    for (; next < order.length && events.at[order[next]!] === instant; next++) {
      const event = order[next]!;
      const subject = events.subject[event]!;
      if (events.kind[event] === chainEvent.ownTeamChanges) finder.changeOwnTeam(subject, events.value[event]!);
      else if (events.kind[event] === chainEvent.forceBegins) finder.bringInForce(subject);
      else finder.endForce(subject);
    }
    finder.settle((node, set) => {
      if (isRecorded[node] === 1) record(node, instant, set);
    });
  }

  const at = rowAt.view();
  const set = rowSet.view();
  const { offset, rows } = groupRows(rowIssue.view(), lifelines.offset.length - 1);
  return { offset, at: Float64Array.from(rows, (row) => at[row]!), set: Int32Array.from(rows, (row) => set[row]!) };
}

function findBlockedNodes(nodeCount: number, blocked: Int32Array): Uint8Array {
  const isBlocked = new Uint8Array(nodeCount);
  for (const node of blocked) isBlocked[node] = 1;
  return isBlocked;
}
