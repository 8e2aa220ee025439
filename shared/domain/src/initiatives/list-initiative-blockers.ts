import type { InitiativeBlocker } from '../analysis/analysis.ts';
import { isCrossTeamInForceNow } from '../deadlocks/list-deadlocks.ts';
import { type IssueState, teamOf } from '../history/issue-state.ts';
import { type Lifelines, stateAt } from '../history/lifelines.ts';
import { isCrossTeam, isInForce } from '../waiting/definition.ts';
import type { Links } from '../waiting/links.ts';

/** The open issues with a cross-team dependency in force now onto one of `members`, by age. */
export function listInitiativeBlockers(lifelines: Lifelines, links: Links, members: Int32Array): InitiativeBlocker[] {
  const isMember = new Set(members);
  const found = new Map<number, { since: number; blockedIssues: number[] }>();
  for (const blocked of members) {
    for (let link = links.offset[blocked]!; link < links.offset[blocked + 1]!; link++) {
      if (!isCrossTeamInForceNow(lifelines, links, link)) continue;
      const issue = links.blocker[link]!;
      const since = findForceSince(lifelines, links, link);
      const known = found.get(issue);
      if (known === undefined) found.set(issue, { since, blockedIssues: [blocked] });
      else {
        known.since = Math.min(known.since, since);
        known.blockedIssues.push(blocked);
      }
    }
  }
  return [...found]
    .map(([issue, { since, blockedIssues }]) => ({ issue, external: !isMember.has(issue), since, blockedIssues }))
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
    const before = (issue: number): IssueState => stateAt(lifelines, issue, at - 1);
    if (!holds(before(blocker), before(blocked))) return at;
  }
  return links.from[link]!;
}

function changesOf({ offset, at }: Lifelines, issue: number): Float64Array {
  return at.subarray(offset[issue]!, offset[issue + 1]!);
}
