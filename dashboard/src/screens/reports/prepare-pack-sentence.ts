import type { PlanningPack } from '@speedtax/contract';
import { issuesLink, type KeptView } from '../../address/links.ts';
import type { SentencePart } from '../../parts/sentence.tsx';
import { formatExactMs, formatIssueDays } from '../../words/duration.ts';
import { formatShare } from '../../words/share.ts';
import { sayQuarter } from './prepare-quarters.ts';

/** "Northwind lost 312 issue-days to waiting in the third quarter of 2026, 12 % less than in the quarter before." */
export function preparePackSentence(pack: PlanningPack): SentencePart[] {
  const { organization, quarter, company, range } = pack;
  const when = quarter === null ? `from ${range.from} to ${range.to}` : `in ${sayQuarter(quarter)}`;
  if (company.now.inPlayMs === 0) return [`Nothing was in play at ${organization} ${when}, so there is no speed tax to plan with.`];
  const view: KeptView = { range: `${range.from}..${range.to}` };
  return [
    `${organization} lost `,
    {
      text: formatIssueDays(company.now.waitingMs),
      href: issuesLink({}, view),
      exact: formatExactMs(company.now.waitingMs),
    },
    ` to waiting ${when}${comparison(pack)}.`,
  ];
}

function comparison({ company: { before, changeMs } }: PlanningPack): string {
  if (before.inPlayMs === 0) return '; nothing is known of the quarter before';
  if (before.waitingMs === 0 || changeMs === 0)
    return changeMs === 0 ? ', as much as in the quarter before' : '; in the quarter before, nothing';
  return `, ${formatShare(Math.abs(changeMs) / before.waitingMs)} ${changeMs < 0 ? 'less' : 'more'} than in the quarter before`;
}
