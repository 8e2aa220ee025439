import type { Company } from '../facts/company.ts';
import { teamOf } from '../history/issue-state.ts';
import { deriveLifelines, type Lifelines, stateAt } from '../history/lifelines.ts';
import { deriveMembership, initiativesOf } from '../initiatives/derive-membership.ts';
import { isCrossTeam, isInForce } from '../waiting/definition.ts';
import { deriveLinks, type Links } from '../waiting/links.ts';
import { countOverTime, type Stretch } from './count-over-time.ts';
import type { Reading } from './replay-alerts.ts';

/**
 * How many external blockers each initiative had open, by initiative, from `from` to `now`: each list begins with what it was at `from`.
 * Membership is today's.
 */
export function deriveBlockerCounts(company: Company, { from, now }: { from: number; now: number }): Reading[][] {
  const { lifelines } = deriveLifelines(company, now);
  const { links } = deriveLinks(company.dependencies, company.issues.count, now);
  const membership = deriveMembership(company);
  const initiativesWith = (issue: number): readonly number[] => initiativesOf(membership, company.issues.project[issue]!);
  const stretches: Map<number, Stretch[]>[] = company.initiatives.map(() => new Map());
  for (let link = 0; link < links.blocked.length; link++) {
    const blocker = links.blocker[link]!;
    const onto = initiativesWith(links.blocked[link]!);
    if (onto.length === 0 || links.to[link]! <= from) continue;
    const inside = initiativesWith(blocker);
    const blocking = listForce(lifelines, links, link);
    for (const initiative of onto) {
      if (inside.includes(initiative)) continue;
      const ofBlocker = stretches[initiative]!;
      ofBlocker.set(blocker, [...(ofBlocker.get(blocker) ?? []), ...blocking]);
    }
  }
  return stretches.map((ofBlocker) => countOverTime([...ofBlocker.values()], from));
}

/** When a link was a cross-team dependency in force. */
function listForce(lifelines: Lifelines, links: Links, link: number): Stretch[] {
  const [blocker, blocked] = [links.blocker[link]!, links.blocked[link]!];
  const [begin, end] = [links.from[link]!, links.to[link]!];
  const changes = [blocker, blocked].flatMap((issue) => [...lifelines.at.subarray(lifelines.offset[issue]!, lifelines.offset[issue + 1]!)]);
  const instants = [begin, ...changes.filter((at) => at > begin && at < end).sort((a, b) => a - b)];
  return instants
    .map((at, k) => ({ from: at, to: instants[k + 1] ?? end }))
    .filter((piece) => {
      const [from, onto] = [stateAt(lifelines, blocker, piece.from), stateAt(lifelines, blocked, piece.from)];
      return isInForce(from, onto) && isCrossTeam(teamOf(from), teamOf(onto));
    });
}
