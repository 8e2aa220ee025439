import type { InitiativeDetail } from '@speedtax/contract';
import { issuesLink, type KeptView, teamLink } from '../../address/links.ts';
import { formatDays, formatExactMs } from '../../words/duration.ts';
import { formatShare } from '../../words/share.ts';

export interface TeamNeed {
  id: string;
  name: string;
  href: string;
  inPlay: string;
  inPlayExact: string;
  share: string;
  waiting: string;
  waitingExact: string;
  waitingHref: string;
}

export function prepareTeamNeeds({ initiativeId, teams, inPlayMs }: InitiativeDetail, view: KeptView): TeamNeed[] {
  return [...teams]
    .sort((a, b) => b.inPlayMs - a.inPlayMs)
    .map((team) => ({
      id: team.teamId,
      name: team.name,
      href: teamLink(team.teamId, view),
      inPlay: formatDays(team.inPlayMs),
      inPlayExact: formatExactMs(team.inPlayMs),
      share: formatShare(inPlayMs > 0 ? team.inPlayMs / inPlayMs : null),
      waiting: formatDays(team.waitingMs),
      waitingExact: formatExactMs(team.waitingMs),
      waitingHref: issuesLink({ initiativeId, teamId: team.teamId }, view),
    }));
}
