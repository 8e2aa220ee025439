import type { InitiativeBlocker } from '../analysis/analysis.ts';
import { type IssueState, teamOf } from '../history/issue-state.ts';
import { type Lifelines, stateAt } from '../history/lifelines.ts';
import { isCrossTeam, isInForce } from '../waiting/definition.ts';
import type { Links } from '../waiting/links.ts';

/**
 * The open issues with a cross-team dependency in force now onto an issue of the initiative, the oldest first.
 * `inForce`: those links. `isMember`: whether an issue is part of the initiative itself.
 */
export function listInitiativeBlockers(
  lifelines: Lifelines,
  links: Links,
  inForce: readonly number[],
  isMember: (issue: number) => boolean,
): InitiativeBlocker[] {
  const found = new Map<number, { since: number; blockedIssues: number[] }>();
  for (const link of inForce) {
    const issue = links.blocker[link]!;
    const since = findForceSince(lifelines, links, link);
    const known = found.get(issue);
    if (known === undefined) found.set(issue, { since, blockedIssues: [links.blocked[link]!] });
    else {
      known.since = Math.min(known.since, since);
      known.blockedIssues.push(links.blocked[link]!);
    }
  }
  return [...found]
    .map(([issue, { since, blockedIssues }]) => ({ issue, external: !isMember(issue), since, blockedIssues }))
    .sort((a, b) => a.since - b.since || a.issue - b.issue);
}

/** Back from now to where the cross-team dependency came in force. */
function findForceSince(lifelines: Lifelines, links: Links, link: number): number {
  const blocker = links.blocker[link]!;
  const blocked = links.blocked[link]!;
  const holds = (a: IssueState, b: IssueState): boolean => isInForce(a, b) && isCrossTeam(teamOf(a), teamOf(b));
  const changes = [...changesOf(lifelines, blocker), ...changesOf(lifelines, blocked)].sort((a, b) => b - a);
  for (const at of changes) {
    if (at < links.from[link]!) break;
    if (!holds(stateAt(lifelines, blocker, at - 1), stateAt(lifelines, blocked, at - 1))) return at;
  }
  return links.from[link]!;
}

function changesOf({ offset, at }: Lifelines, issue: number): Float64Array {
  return at.subarray(offset[issue]!, offset[issue + 1]!);
}
