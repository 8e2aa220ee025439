import type { IssueWaits } from '@speedtax/contract';
import { type KeptView, teamLink } from '../../address/links.ts';
import { formatDuration, formatExactMs } from '../../words/duration.ts';
import { formatInstantIn } from '../../words/instant-in.ts';

export interface FlagRow {
  key: string;
  from: string;
  to: string;
  isOpen: boolean;
  duration: string;
  exact: string;
  team: { name: string; href: string };
}

/** When the issue was marked as impeded and nothing told by what, newest first. */
export function prepareFlagRows({ flags, teams }: Pick<IssueWaits, 'flags' | 'teams'>, timeZone: string, view: KeptView): FlagRow[] {
  const names = new Map(teams.flatMap((step) => (step.value ? [[step.value.teamId, step.value.name] as const] : [])));
  return flags
    .toSorted((a, b) => b.from.localeCompare(a.from))
    .map(({ from, to, durationMs, teamId }) => ({
      key: from,
      from: formatInstantIn(timeZone, from),
      to: to === null ? 'still flagged' : formatInstantIn(timeZone, to),
      isOpen: to === null,
      duration: formatDuration(durationMs),
      exact: formatExactMs(durationMs),
      team: { name: names.get(teamId) ?? 'a team', href: teamLink(teamId, view) },
    }));
}
