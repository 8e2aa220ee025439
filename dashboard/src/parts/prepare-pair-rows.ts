import type { PairTax, SpeedTax } from '@speedtax/contract';
import { type KeptView, pairLink, teamLink } from '../address/links.ts';
import { formatDays, formatExactMs } from '../words/duration.ts';
import { formatExactShare, formatShare } from '../words/share.ts';

export interface PairRow {
  key: string;
  waiting: { name: string; href: string };
  blocking: { name: string; href: string };
  days: string;
  exact: string;
  share: string;
  shareExact: string;
  issues: number;
  anatomy: PairTax['anatomy'];
  href: string;
}

/** The pairs of teams with direct waiting, heaviest first; `ofMs` is the whole that their shares are of. */
export function preparePairRows(tax: SpeedTax, view: KeptView, ofMs: number, isListed: (pair: PairTax) => boolean = () => true): PairRow[] {
  const names = new Map(tax.teams.map((team) => [team.teamId, team.name]));
  const place = (teamId: string) => ({ name: names.get(teamId) ?? 'a team without figures', href: teamLink(teamId, view) });
  return tax.pairs
    .filter((pair) => pair.waitingMs > 0 && isListed(pair))
    .sort((a, b) => b.waitingMs - a.waitingMs)
    .map((pair) => {
      const share = ofMs > 0 ? pair.waitingMs / ofMs : null;
      return {
        key: `${pair.waitingTeamId} ${pair.blockingTeamId}`,
        waiting: place(pair.waitingTeamId),
        blocking: place(pair.blockingTeamId),
        days: formatDays(pair.waitingMs),
        exact: formatExactMs(pair.waitingMs),
        share: formatShare(share),
        shareExact: formatExactShare(share),
        issues: pair.issues,
        anatomy: pair.anatomy,
        href: pairLink(pair.waitingTeamId, pair.blockingTeamId, view),
      };
    });
}
