import type { Analysis } from '../analysis/analysis.ts';
import { analyze } from '../analysis/analyze.ts';
import { dayMs, makeOrganizationClock } from '../clock/organization-clock.ts';
import { buildCompany, type CompanyStory, type DependencyStory, type IssueStory } from './build-company.ts';
import type { StatusCategory } from './status-category.ts';

/*
 * Stories told in days: `issue('a1', 'A', { unstarted: 0, started: 2 })` is in play from day 0 and started on day 2.
 */

export const day = (n: number): number => n * dayMs;
export const storyClock = makeOrganizationClock('UTC', 0, 60);

type Days = Partial<Record<StatusCategory | 'unknown', number>>;

/** `team`: its name, or the days on which it changed. */
export function issue(
  id: string,
  team: string | null | Record<number, string | null>,
  days: Days,
  rest: Partial<IssueStory> = {},
): IssueStory {
  const statuses = Object.entries(days)
    .map(([category, at]) => ({ at: day(at), category: category === 'unknown' ? null : (category as StatusCategory) }))
    .sort((a, b) => a.at - b.at);
  const createdAt = statuses[0]?.at ?? 0;
  const moves =
    team === null || typeof team === 'string'
      ? [{ at: createdAt, team }]
      : Object.entries(team).map(([at, to]) => ({ at: day(Number(at)), team: to }));
  return { id, createdAt, statuses, teams: moves, ...rest };
}

export function link(blocker: string, blocked: string, from: number, to?: number): DependencyStory {
  return { blocker, blocked, from: day(from), to: to === undefined ? null : day(to) };
}

/** A story analyzed, with what was found in words. `now`: a day. */
export function analyzeStory(story: CompanyStory, now = 50) {
  const company = buildCompany(story);
  const analysis = analyze(company, storyClock, day(now));
  return { company, analysis, waits: tellWaits(company.ids, analysis) };
}

/** `a1 of A, 1–8: B 1/2 by b1, in_work, dragging`, by issue, start and blocking team. */
function tellWaits(ids: { teams: readonly string[]; issues: readonly string[] }, { waits }: Analysis): string[] {
  const rows = Array.from(waits.issue, (of, row) => {
    const blockers = [...waits.blocker.subarray(waits.blockerOffset[row], waits.blockerOffset[row + 1])]
      .map((blocker) => ids.issues.at(blocker))
      .sort();
    const sharers = Math.round(1 / waits.share[row]!);
    const anatomy = ['unaccepted', 'queued', 'in work'][waits.anatomy[row]!];
    const phase = ['held', 'dragging'][waits.phase[row]!];
    const to = waits.to[row] === Infinity ? '' : waits.to[row]! / dayMs;
    return {
      key: [ids.issues.at(of), String(waits.from[row]! / dayMs).padStart(4, '0'), ids.teams[waits.blockingTeam[row]!]].join(),
      text: `${ids.issues.at(of)} of ${ids.teams[waits.waitingTeam[row]!]} ${waits.from[row]! / dayMs}–${to}: ${ids.teams[waits.blockingTeam[row]!]}${sharers > 1 ? ` 1/${sharers}` : ''} by ${blockers.join(' ')}, ${anatomy}, ${phase}`,
    };
  });
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ text }) => text);
}
