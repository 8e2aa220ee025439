import type { SpeedTax } from '@speedtax/contract';
import { type KeptView, pairLink, teamLink } from '../../address/links.ts';
import type { SentencePart } from '../../parts/sentence.tsx';
import { formatIssueDays } from '../../words/duration.ts';
import { sayFraction } from '../../words/fraction.ts';
import { inRange } from '../../words/in-range.ts';

/** Pairs that together make at least this share of all waiting are "most of it". */
const mostOfIt = 0.5;

/** "5 of 29 pairs of teams make half of all waiting in the last 90 days; the heaviest is Checkout on Platform, 60.4 issue-days." */
export function prepareDependenciesSentence(tax: SpeedTax, range: { words: string }, view: KeptView): SentencePart[] {
  const pairs = tax.pairs.filter((pair) => pair.waitingMs > 0).sort((a, b) => b.waitingMs - a.waitingMs);
  const heaviest = pairs[0];
  if (!heaviest) return [`No team waited on another ${inRange(range)}.`];
  const { count, share } = countMost(pairs.map((pair) => pair.waitingMs));
  const name = (teamId: string) => tax.teams.find((team) => team.teamId === teamId)?.name ?? 'a team without figures';
  const team = (teamId: string): SentencePart => ({ text: name(teamId), href: teamLink(teamId, view) });
  const opening =
    pairs.length === 1
      ? 'One pair of teams makes all waiting'
      : `${count} of ${pairs.length} pairs of teams ${count === 1 ? 'makes' : 'make'} ${sayFraction(share)} of all waiting`;
  return [
    `${opening} ${inRange(range)}; the heaviest is `,
    team(heaviest.waitingTeamId),
    ' on ',
    team(heaviest.blockingTeamId),
    ', ',
    { text: formatIssueDays(heaviest.waitingMs), href: pairLink(heaviest.waitingTeamId, heaviest.blockingTeamId, view) },
    '.',
  ];
}

/** How few of the heaviest make most of the whole. */
function countMost(heaviestFirst: readonly number[]): { count: number; share: number } {
  const whole = heaviestFirst.reduce((sum, each) => sum + each, 0);
  let sum = 0;
  for (const [index, each] of heaviestFirst.entries()) {
    sum += each;
    if (sum / whole >= mostOfIt) return { count: index + 1, share: sum / whole };
  }
  return { count: heaviestFirst.length, share: 1 };
}
