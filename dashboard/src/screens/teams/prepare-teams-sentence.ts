import type { SpeedTax, TeamTax } from '@speedtax/contract';
import { issuesLink, type KeptView, teamLink } from '../../address/links.ts';
import type { ResolvedRange } from '../../address/range.ts';
import type { SentencePart } from '../../parts/sentence.tsx';
import { formatIssueDays } from '../../words/duration.ts';
import { inRange } from '../../words/in-range.ts';
import { formatExactShare, formatShare } from '../../words/share.ts';

/** "Checkout paid the highest speed tax in the last 90 days, 21 % of its time in play; Platform was waited for most, 179 issue-days." */
export function prepareTeamsSentence(tax: SpeedTax, range: ResolvedRange, view: KeptView): SentencePart[] {
  const payer = most(tax.teams, (team) => team.speedTax ?? 0);
  const owing = most(tax.teams, (team) => team.imposedMs);
  if (!payer || !owing) return [`No team waited on another ${inRange(range)}.`];
  return [
    { text: payer.name, href: teamLink(payer.teamId, view) },
    ` paid the highest speed tax ${inRange(range)}, `,
    { text: formatShare(payer.speedTax), href: issuesLink({ teamId: payer.teamId }, view), exact: formatExactShare(payer.speedTax) },
    ' of its time in play; ',
    { text: owing.name, href: teamLink(owing.teamId, view) },
    ' was waited for most, ',
    { text: formatIssueDays(owing.imposedMs), href: issuesLink({ blockingTeamId: owing.teamId }, view) },
    '.',
  ];
}

function most(teams: readonly TeamTax[], amount: (team: TeamTax) => number): TeamTax | undefined {
  const first = [...teams].sort((a, b) => amount(b) - amount(a))[0];
  return first && amount(first) > 0 ? first : undefined;
}
