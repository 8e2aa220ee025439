import type { SpeedTax } from '@speedtax/contract';
import { dependenciesLink, issuesLink, type KeptView, teamLink } from '../../address/links.ts';
import type { ResolvedRange } from '../../address/range.ts';
import { prepareComparison } from '../../parts/prepare-comparison.ts';
import type { SentencePart } from '../../parts/sentence.tsx';
import { formatExactMs, formatIssueDays } from '../../words/duration.ts';
import { sayFraction } from '../../words/fraction.ts';
import { inRange } from '../../words/in-range.ts';

interface Input {
  organization: string;
  tax: SpeedTax;
  before: SpeedTax;
  range: ResolvedRange;
  view: KeptView;
}

/** "Northwind lost 312 issue-days to waiting in the last 90 days, half of it on Platform; a third less than the 90 days before." */
export function prepareOverviewSentence({ organization, tax, before, range, view }: Input): SentencePart[] {
  const { waitingMs, inPlayMs } = tax.total;
  if (inPlayMs === 0) return [`Nothing was in play at ${organization} ${inRange(range)}, so there is no speed tax to tell.`];
  if (waitingMs === 0) return [`No team at ${organization} waited on another ${inRange(range)}.`];
  const lost: SentencePart = { text: formatIssueDays(waitingMs), href: issuesLink({}, view), exact: formatExactMs(waitingMs) };
  return [
    `${organization} lost `,
    lost,
    ` to waiting ${inRange(range)}`,
    ...onWhom(tax, view),
    ...prepareComparison(waitingMs, before.total, range),
    '.',
  ];
}

function onWhom(tax: SpeedTax, view: KeptView): SentencePart[] {
  const heaviest = tax.teams.reduce((most, team) => (team.imposedMs > (most?.imposedMs ?? 0) ? team : most), tax.teams[0]);
  if (!heaviest || heaviest.imposedMs === 0) return [];
  const share = heaviest.imposedMs / tax.total.waitingMs;
  const how: SentencePart = { text: sayFraction(share), href: dependenciesLink(view), exact: formatIssueDays(heaviest.imposedMs) };
  return [', ', how, ' of it on ', { text: heaviest.name, href: teamLink(heaviest.teamId, view) }];
}
