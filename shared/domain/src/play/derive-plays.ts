import type { PlayColumns } from '../analysis/analysis.ts';
import { makeFloats, makeInts } from '../columns/growing-column.ts';
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
  const event = makeFloats(1 << 14);
  const ofProject = makeInts(1 << 14);
  const offset = new Int32Array(initiatives + 1);
  let within = -1;
  const keep = (each: PlayEvent): void => {
    event.push(each);
    ofProject.push(within);
  };
  for (let issue = 0; issue < count; issue++) {
    within = project[issue]!;
    const initiativesOf = initiativesOfProject[within];
    if (initiativesOf === undefined || initiativesOf.length === 0) continue;
    const before = event.length;
    walk(issue, keep);
    for (const initiative of initiativesOf) offset[initiative + 1]! += event.length - before;
  }
  for (let n = 0; n < initiatives; n++) offset[n + 1]! += offset[n]!;

  const next = offset.slice(0, initiatives);
  const columns = { offset, event: new Float64Array(offset[initiatives]!) };
  const [events, projects] = [event.view(), ofProject.view()];
  for (let k = 0; k < events.length; k++)
    for (const initiative of initiativesOfProject[projects[k]!]!) columns.event[next[initiative]!++] = events[k]!;
  for (let n = 0; n < initiatives; n++) columns.event.subarray(offset[n], offset[n + 1]).sort();
  return columns;
}
