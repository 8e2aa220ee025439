import { listStrongComponents } from '../graph/strong-components.ts';
import { teamOf } from '../history/issue-state.ts';
import { lastState, type Lifelines } from '../history/lifelines.ts';
import { isCrossTeam, isInForce } from '../waiting/definition.ts';
import type { Links } from '../waiting/links.ts';

/** Cycles of cross-team dependencies in force now, each as its issues in ascending order. */
export function listDeadlocks(lifelines: Lifelines, links: Links): number[][] {
  const issueCount = lifelines.offset.length - 1;
  const offset = new Int32Array(issueCount + 1);
  const target: number[] = [];
  for (let issue = 0; issue < issueCount; issue++) {
    for (let link = links.offset[issue]!; link < links.offset[issue + 1]!; link++)
      if (isCrossTeamInForceNow(lifelines, links, link)) target.push(links.blocker[link]!);
    offset[issue + 1] = target.length;
  }
  if (target.length === 0) return [];
  return listStrongComponents({ offset, target: Int32Array.from(target) })
    .filter((component) => component.length > 1)
    .map((component) => component.sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!);
}

export function isCrossTeamInForceNow(lifelines: Lifelines, links: Links, link: number): boolean {
  if (links.to[link] !== Infinity) return false;
  const blocker = lastState(lifelines, links.blocker[link]!);
  const blocked = lastState(lifelines, links.blocked[link]!);
  return isInForce(blocker, blocked) && isCrossTeam(teamOf(blocker), teamOf(blocked));
}
