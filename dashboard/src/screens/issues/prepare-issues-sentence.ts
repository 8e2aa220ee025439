import type { Initiative, SpeedTax, TeamTax } from '@speedtax/contract';
import { type IssuesFilter, initiativeLink, type KeptView, teamLink } from '../../address/links.ts';
import type { SentencePart } from '../../parts/sentence.tsx';
import { formatExactMs, formatIssueDays } from '../../words/duration.ts';
import { inRange } from '../../words/in-range.ts';

interface Input {
  filter: IssuesFilter;
  tax: SpeedTax;
  initiative: Pick<Initiative, 'initiativeId' | 'name'> | undefined;
  range: { words: string };
  view: KeptView;
}

/** "Checkout waited 60.4 issue-days on Platform in the last 90 days, in 7 issues.": the figure that this list adds up to. */
export function prepareIssuesSentence({ filter, tax, initiative, range, view }: Input): SentencePart[] {
  const waiting = tax.teams.find((team) => team.teamId === filter.teamId);
  const blocking = tax.teams.find((team) => team.teamId === filter.blockingTeamId);
  const who: SentencePart[] = waiting ? [teamPart(waiting, view)] : ['Teams'];
  const on: SentencePart[] = blocking ? [' on ', teamPart(blocking, view)] : [' on others'];
  const inside: SentencePart[] = initiative
    ? [' for ', { text: initiative.name, href: initiativeLink(initiative.initiativeId, view) }]
    : [];
  if (filter.flagged) return sayFlagged({ filter, tax, inside, team: waiting, range, view });
  if (filter.now)
    return ['Issues', ...(waiting ? [' of ', teamPart(waiting, view)] : []), ' that wait now', ...on, ...inside, ', the oldest first.'];
  const total = totalOf(filter, tax);
  if (total === null) return [...who, ' waited', ...on, ...inside, ` ${inRange(range)} in these issues.`];
  return [
    ...who,
    ' waited ',
    { text: formatIssueDays(total.waitingMs), exact: formatExactMs(total.waitingMs) },
    ...on,
    ` ${inRange(range)}, in ${total.issues.toLocaleString('en-US')} ${total.issues === 1 ? 'issue' : 'issues'}.`,
  ];
}

interface Flagged extends Pick<Input, 'filter' | 'tax' | 'range' | 'view'> {
  team: TeamTax | undefined;
  inside: SentencePart[];
}

/** "Issues of Checkout were flagged for 12 issue-days in the last 90 days while no dependency said why.": beside the tax. */
function sayFlagged({ filter, tax, team, inside, range, view }: Flagged): SentencePart[] {
  const who: SentencePart[] = ['Issues', ...(team ? [' of ', teamPart(team, view)] : []), ...inside];
  const why = ' while no dependency on another team said why';
  if (filter.now) return [...who, ` that are flagged now${why}, the longest standing first.`];
  const figures = team ?? (filter.initiativeId ? undefined : tax.total);
  if (!figures || filter.initiativeId) return [...who, ` that were flagged ${inRange(range)}${why}.`];
  return [
    ...who,
    ' were flagged for ',
    { text: formatIssueDays(figures.flaggedMs), exact: formatExactMs(figures.flaggedMs) },
    ` ${inRange(range)}${why}.`,
  ];
}

/** The figure itself, where the figures hold one for these teams; an initiative's has its own page. */
function totalOf(filter: IssuesFilter, tax: SpeedTax): { waitingMs: number; issues: number } | null {
  if (filter.initiativeId) return null;
  if (!filter.blockingTeamId) {
    const figures = filter.teamId ? tax.teams.find((team) => team.teamId === filter.teamId) : tax.total;
    return figures ? { waitingMs: figures.waitingMs, issues: figures.issuesWaited } : null;
  }
  if (!filter.teamId) return null;
  const pair = tax.pairs.find((each) => each.waitingTeamId === filter.teamId && each.blockingTeamId === filter.blockingTeamId);
  return pair ? { waitingMs: pair.waitingMs, issues: pair.issues } : { waitingMs: 0, issues: 0 };
}

function teamPart(team: TeamTax, view: KeptView): SentencePart {
  return { text: team.name, href: teamLink(team.teamId, view) };
}
