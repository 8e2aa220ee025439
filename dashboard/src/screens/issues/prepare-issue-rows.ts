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
  teams: readonly Team[];
  timeZone: string;
  dataCutOff: string | null;
  view: KeptView;
}

/** Issues that waited, as rows; how long one has waited by now is told at the data cut-off. */
export function prepareIssueRows({ items, teams, timeZone, dataCutOff, view }: Input): IssueRow[] {
  const names = new Map(teams.map((team) => [team.teamId, team.name]));
  const longestMs = Math.max(1, ...items.map((item) => item.waitingMs));
  return items.map((item) => ({
    id: item.issueId,
    key: item.key,
    title: item.title,
    href: issueLink(item.issueId, view),
    trackerUrl: item.url,
    team: item.teamId ? { name: item.teamName ?? names.get(item.teamId) ?? 'a team', href: teamLink(item.teamId, view) } : null,
    status: item.statusName ?? 'not known',
    assignee: item.assignee?.name ?? '–',
    waited: formatDays(item.waitingMs),
    waitedExact: formatExactMs(item.waitingMs),
    share: item.waitingMs / longestMs,
    since: item.waitingSince ? sayAge(item.waitingSince, dataCutOff) : '–',
    sinceExact: item.waitingSince ? `since ${formatInstantIn(timeZone, item.waitingSince)}` : 'not waiting now',
    isWaiting: item.waitingSince !== null,
    blockedBy: item.blockingTeamIds.map((teamId) => ({ name: names.get(teamId) ?? 'a team out of sight', href: teamLink(teamId, view) })),
  }));
}

function sayAge(since: string, dataCutOff: string | null): string {
  return dataCutOff === null ? '–' : formatDuration(Math.max(0, Date.parse(dataCutOff) - Date.parse(since)));
}
