import type { PlayColumns } from '../analysis/analysis.ts';
import { giveBack } from '../columns/give-back.ts';
import { floats, makeRows } from '../columns/growing-rows.ts';
import { sortSpread } from '../columns/sort-spread.ts';
import type { Company } from '../facts/company.ts';
import { initiativesOf, type Membership } from '../initiatives/derive-membership.ts';
import type { PlayEvent } from './play-event.ts';
import { makePlayWalker, type PlayFindings } from './walk-issue-play.ts';

/** What began and ended in each initiative, of all its issues together. */
export function derivePlays(
  { issues: { count, project }, initiatives: { length: initiatives } }: Company,
  membership: Membership,
  findings: PlayFindings,
): PlayColumns {
  const walk = makePlayWalker(findings);
  const rows = makeRows({ event: floats(findings.lifelines.at.length) });
  const { columns } = rows;
  const keep = (event: PlayEvent): void => {
    const row = rows.next();
    columns.event[row] = event;
  };
  /** The events of issue `i` are rows `first[i]` to `first[i + 1] − 1`. */
  const first = new Int32Array(count + 1);
  const offset = new Int32Array(initiatives + 1);
  for (let issue = 0; issue < count; issue++) {
    const within = initiativesOf(membership, project[issue]!);
    if (within.length > 0) walk(issue, keep);
    first[issue + 1] = rows.count;
    for (const initiative of within) offset[initiative + 1]! += rows.count - first[issue]!;
  }
  for (let n = 0; n < initiatives; n++) offset[n + 1]! += offset[n]!;

  const next = offset.slice(0, initiatives);
  const play = { offset, event: new Float64Array(offset[initiatives]!) };
  for (let issue = 0; issue < count; issue++)
    for (const initiative of initiativesOf(membership, project[issue]!))
      for (let row = first[issue]!; row < first[issue + 1]!; row++) play.event[next[initiative]!++] = columns.event[row]!;
  giveBack([columns.event, first]);
  for (let n = 0; n < initiatives; n++) sortSpread(play.event.subarray(offset[n], offset[n + 1]));
  return play;
}
