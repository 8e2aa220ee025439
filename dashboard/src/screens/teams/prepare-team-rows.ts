import type { SpeedTax, Team, TeamTax } from '@speedtax/contract';
import { issuesLink, type KeptView, teamLink } from '../../address/links.ts';
import { formatDays, formatDuration, formatExactMs } from '../../words/duration.ts';
import { formatExactShare, formatShare, formatShareRange } from '../../words/share.ts';

export interface TeamRow {
  id: string;
  name: string;
  href: string;
  tax: string;
  taxRange: string;
  taxExact: string;
  paid: string;
  paidExact: string;
  paidHref: string;
  imposed: string;
  imposedExact: string;
  imposedHref: string;
  waitingNow: number;
  waitingNowHref: string;
  median: string;
  p85: string;
  episodes: number;
  autonomy: string;
  autonomyExact: string;
  openIssues: string;
}

export const teamOrders = ['paid', 'imposed', 'tax', 'now', 'name'] as const;
export type TeamOrder = (typeof teamOrders)[number];

/** Every team, also those without figures: theirs are dashes, not zeros. */
export function prepareTeamRows(tax: SpeedTax, teams: readonly Team[], order: TeamOrder, view: KeptView): TeamRow[] {
  const openIssues = new Map(teams.map((team) => [team.teamId, team.openIssues]));
  return [...tax.teams].sort(byOrder[order]).map((team) => ({
    id: team.teamId,
    name: team.name,
    href: teamLink(team.teamId, view),
    tax: formatShare(team.speedTax),
    taxRange: formatShareRange(team.speedTaxLow, team.speedTaxHigh),
    taxExact: team.speedTax === null ? 'Nothing was in play' : formatExactShare(team.speedTax),
    paid: team.inPlayMs === 0 ? '–' : formatDays(team.waitingMs),
    paidExact: team.inPlayMs === 0 ? 'Nothing was in play' : formatExactMs(team.waitingMs),
    paidHref: issuesLink({ teamId: team.teamId }, view),
    imposed: formatDays(team.imposedMs),
    imposedExact: formatExactMs(team.imposedMs),
    imposedHref: issuesLink({ blockingTeamId: team.teamId }, view),
    waitingNow: team.waitingNow,
    waitingNowHref: issuesLink({ teamId: team.teamId, now: true }, view),
    median: team.episodes.medianMs === null ? '–' : formatDuration(team.episodes.medianMs),
    p85: team.episodes.p85Ms === null ? '–' : formatDuration(team.episodes.p85Ms),
    episodes: team.episodes.count,
    autonomy: formatShare(team.autonomy),
    autonomyExact: team.autonomy === null ? 'Nothing was completed' : `${formatExactShare(team.autonomy)}, n = ${team.completed}`,
    openIssues: String(openIssues.get(team.teamId) ?? '–'),
  }));
}

const byName = (a: TeamTax, b: TeamTax) => a.name.localeCompare(b.name, 'en');
const byOrder: Record<TeamOrder, (a: TeamTax, b: TeamTax) => number> = {
  paid: (a, b) => b.waitingMs - a.waitingMs || byName(a, b),
  imposed: (a, b) => b.imposedMs - a.imposedMs || byName(a, b),
  tax: (a, b) => (b.speedTax ?? -1) - (a.speedTax ?? -1) || byName(a, b),
  now: (a, b) => b.waitingNow - a.waitingNow || byName(a, b),
  name: byName,
};
