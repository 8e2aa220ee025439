import type { Team, IssueRow as WireRow } from '@speedtax/contract';
import { issueLink, type KeptView, teamLink } from '../../address/links.ts';
import { formatDays, formatDuration, formatExactMs } from '../../words/duration.ts';
import { formatInstantIn } from '../../words/instant-in.ts';

export interface IssueRow {
  id: string;
  key: string;
  title: string;
  href: string;
  trackerUrl: string | null;
  team: { name: string; href: string } | null;
  status: string;
  assignee: string;
  waited: string;
  waitedExact: string;
  /** Of the longest in the list, 0–1. */
  share: number;
  since: string;
  sinceExact: string;
  isWaiting: boolean;
  blockedBy: { name: string; href: string }[];
}

interface Input {
  items: readonly WireRow[];
  /** Which of its times the list is about; waits where left out. */
  of?: 'waits' | 'flags';
  teams: readonly Team[];
  timeZone: string;
  dataCutOff: string | null;
  view: KeptView;
}

/** Issues that waited (or were flagged), as rows; how long one has waited by now is told at the data cut-off. */
export function prepareIssueRows({ items, of = 'waits', teams, timeZone, dataCutOff, view }: Input): IssueRow[] {
  const names = new Map(teams.map((team) => [team.teamId, team.name]));
  const timeOf = (item: WireRow) => (of === 'waits' ? item.waitingMs : item.flaggedMs);
  const sinceOf = (item: WireRow) => (of === 'waits' ? item.waitingSince : item.flaggedSince);
  const longestMs = Math.max(1, ...items.map(timeOf));
  const presentSince = (since: string | null) => ({
    since: since ? sayAge(since, dataCutOff) : '–',
    sinceExact: since ? `since ${formatInstantIn(timeZone, since)}` : of === 'waits' ? 'not waiting now' : 'not flagged now',
    isWaiting: since !== null,
  });
  return items.map((item) => ({
    id: item.issueId,
    key: item.key,
    title: item.title,
    href: issueLink(item.issueId, view),
    trackerUrl: item.url,
    team: item.teamId ? { name: item.teamName ?? names.get(item.teamId) ?? 'a team', href: teamLink(item.teamId, view) } : null,
    status: item.statusName ?? 'not known',
    assignee: item.assignee?.name ?? '–',
    waited: formatDays(timeOf(item)),
    waitedExact: formatExactMs(timeOf(item)),
    share: timeOf(item) / longestMs,
    ...presentSince(sinceOf(item)),
    blockedBy: item.blockingTeamIds.map((teamId) => ({ name: names.get(teamId) ?? 'a team out of sight', href: teamLink(teamId, view) })),
  }));
}

function sayAge(since: string, dataCutOff: string | null): string {
  return dataCutOff === null ? '–' : formatDuration(Math.max(0, Date.parse(dataCutOff) - Date.parse(since)));
}
