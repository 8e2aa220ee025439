import type { InitiativeBlocker } from '@speedtax/contract';
import { issueLink, type KeptView, teamLink } from '../../address/links.ts';
import { formatDuration, formatExactMs } from '../../words/duration.ts';
import { formatDayIn } from '../../words/instant-in.ts';

interface Place {
  key: string;
  title: string;
  href: string;
}

export interface BlockerRow extends Place {
  id: string;
  url: string | null;
  team: { name: string; href: string } | null;
  status: string;
  assignee: string;
  isExternal: boolean;
  age: string;
  ageExact: string;
  blocked: Place[];
}

/** The blockers of an initiative, oldest first, each with what it blocks. */
export function prepareBlockerRows(blockers: readonly InitiativeBlocker[], timeZone: string, view: KeptView): BlockerRow[] {
  return [...blockers]
    .sort((a, b) => b.ageMs - a.ageMs)
    .map(({ blocker, external, since, ageMs, blocked }) => ({
      id: blocker.issueId,
      key: blocker.key,
      title: blocker.title,
      href: issueLink(blocker.issueId, view),
      url: blocker.url,
      team: blocker.teamId ? { name: blocker.teamName ?? 'a team', href: teamLink(blocker.teamId, view) } : null,
      status: blocker.statusName ?? 'not known',
      assignee: blocker.assignee?.name ?? 'nobody',
      isExternal: external,
      age: formatDuration(ageMs),
      ageExact: `since ${formatDayIn(timeZone, since)}, ${formatExactMs(ageMs)}`,
      blocked: blocked.map((issue) => ({ key: issue.key, title: issue.title, href: issueLink(issue.issueId, view) })),
    }));
}
