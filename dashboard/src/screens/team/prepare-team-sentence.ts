import type { PairTax, SpeedTax, TeamTax } from '@speedtax/contract';
import { issuesLink, type KeptView, pairLink, teamLink } from '../../address/links.ts';
import type { ResolvedRange } from '../../address/range.ts';
import { prepareComparison } from '../../parts/prepare-comparison.ts';
import type { SentencePart } from '../../parts/sentence.tsx';
import { formatExactMs, formatIssueDays } from '../../words/duration.ts';
import { sayFraction } from '../../words/fraction.ts';
import { inRange } from '../../words/in-range.ts';

interface Input {
  team: TeamTax;
  tax: SpeedTax;
  /** The same team in the range before; undefined where it had no figures then. */
  before: TeamTax | undefined;
  range: ResolvedRange;
  view: KeptView;
}

/** "Payments lost 41 issue-days to waiting in the last 90 days, two thirds of it on Platform; a third less than the 90 days before." */
export function prepareTeamSentence({ team, tax, before, range, view }: Input): SentencePart[] {
  if (team.inPlayMs === 0) return [`${team.name} had nothing in play ${inRange(range)}, so it has no speed tax`, ...kept(team, view), '.'];
  if (team.waitingMs === 0) return [`${team.name} waited on no other team ${inRange(range)}`, ...kept(team, view), '.'];
  return [
    `${team.name} lost `,
    { text: formatIssueDays(team.waitingMs), href: issuesLink({ teamId: team.teamId }, view), exact: formatExactMs(team.waitingMs) },
    ` to waiting ${inRange(range)}`,
    ...onWhom(team, tax, view),
    ...(before ? prepareComparison(team.waitingMs, before, range) : []),
    '.',
  ];
}

function onWhom(team: TeamTax, tax: SpeedTax, view: KeptView): SentencePart[] {
  const heaviest = heaviestPair(tax.pairs.filter((pair) => pair.waitingTeamId === team.teamId));
  const blocking = tax.teams.find((each) => each.teamId === heaviest?.blockingTeamId);
  if (!heaviest || !blocking) return [];
  return [
    ', ',
    {
      text: sayFraction(heaviest.waitingMs / team.waitingMs),
      href: pairLink(team.teamId, blocking.teamId, view),
      exact: formatIssueDays(heaviest.waitingMs),
    },
    ' of it on ',
    { text: blocking.name, href: teamLink(blocking.teamId, view) },
  ];
}

function kept(team: TeamTax, view: KeptView): SentencePart[] {
  if (team.imposedMs === 0) return [];
  return [
    '; it kept others waiting for ',
    { text: formatIssueDays(team.imposedMs), href: issuesLink({ blockingTeamId: team.teamId }, view) },
  ];
}

function heaviestPair(pairs: readonly PairTax[]): PairTax | undefined {
  const first = [...pairs].sort((a, b) => b.waitingMs - a.waitingMs)[0];
  return first && first.waitingMs > 0 ? first : undefined;
}
