import { groupRows, type RowGroups } from '../columns/group-rows.ts';
import { sortStretch } from '../columns/sort-rows.ts';
import { type Chains, chainEvent } from './chain-events.ts';

/**
 * The events of each web (all chains that hang together) in order of time. What happens in one web moves nothing in another, and
 * many short sorts are quicker than one long one.
 */
export function orderByWeb({ issue, blocker, blocked, events }: Chains): RowGroups {
  const webOf = findWebs(issue.length, blocker, blocked);
  const webOfEvent = new Int32Array(events.at.length);
  for (let event = 0; event < events.at.length; event++) {
    const subject = events.subject[event]!;
    webOfEvent[event] = webOf(events.kind[event] === chainEvent.ownTeamChanges ? subject : blocked[subject]!);
  }
  const webs = groupRows(webOfEvent, issue.length);
  for (let web = 0; web < issue.length; web++) sortStretch(webs.rows, webs.offset[web]!, webs.offset[web + 1]!, events.at);
  return webs;
}

/** Union-find: a web is named by one of its nodes. */
function findWebs(nodeCount: number, blocker: Int32Array, blocked: Int32Array): (node: number) => number {
  const parent = Int32Array.from({ length: nodeCount }, (_, node) => node);
  const find = (node: number): number => {
    while (parent[node] !== node) node = parent[node] = parent[parent[node]!]!;
    return node;
  };
  for (let edge = 0; edge < blocker.length; edge++) parent[find(blocker[edge]!)] = find(blocked[edge]!);
  return find;
}
