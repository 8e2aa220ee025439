import { teamOf } from '../history/issue-state.ts';
import { type Lifelines, lastState } from '../history/lifelines.ts';
import { isCrossTeam, isInForce } from './definition.ts';
import type { Links } from './links.ts';

/** The links that are a cross-team dependency in force now, whatever their blocked issue is doing. */
export function listLinksInForceNow(lifelines: Lifelines, links: Links): number[] {
  const inForce: number[] = [];
  for (let link = 0; link < links.blocked.length; link++) {
    if (links.to[link] !== Infinity) continue;
    const blocker = lastState(lifelines, links.blocker[link]!);
    const blocked = lastState(lifelines, links.blocked[link]!);
    if (isInForce(blocker, blocked) && isCrossTeam(teamOf(blocker), teamOf(blocked))) inForce.push(link);
  }
  return inForce;
}
