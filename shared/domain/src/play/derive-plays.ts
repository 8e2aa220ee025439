import type { PlayColumns } from '../analysis/analysis.ts';
import { floats, ints, makeRows } from '../columns/growing-rows.ts';
import type { Company } from '../facts/company.ts';
import type { Membership } from '../initiatives/derive-membership.ts';
import type { PlayEvent } from './play-event.ts';
import { makePlayWalker, type PlayFindings } from './walk-issue-play.ts';

/** What began and ended in each initiative, of all its issues together. */
export function derivePlays(
  { issues: { count, project }, initiatives: { length: initiatives } }: Company,
  { initiativesOfProject }: Membership,
  findings: PlayFindings,
): PlayColumns {
  const walk = makePlayWalker(findings);
  const rows = makeRows({ event: floats(), project: ints() });
  const { columns } = rows;
  const offset = new Int32Array(initiatives + 1);
  let within = -1;
  const keep = (event: PlayEvent): void => {
    const row = rows.next();
    columns.event[row] = event;
    columns.project[row] = within;
  };
  for (let issue = 0; issue < count; issue++) {
    within = project[issue]!;
    const initiativesOf = initiativesOfProject[within];
    if (initiativesOf === undefined || initiativesOf.length === 0) continue;
    const before = rows.count;
    walk(issue, keep);
    for (const initiative of initiativesOf) offset[initiative + 1]! += rows.count - before;
  }
  for (let n = 0; n < initiatives; n++) offset[n + 1]! += offset[n]!;

  const next = offset.slice(0, initiatives);
  const play = { offset, event: new Float64Array(offset[initiatives]!) };
  for (let row = 0; row < rows.count; row++)
    for (const initiative of initiativesOfProject[columns.project[row]!]!) play.event[next[initiative]!++] = columns.event[row]!;
  for (let n = 0; n < initiatives; n++) play.event.subarray(offset[n], offset[n + 1]).sort();
  return play;
}
