import type { FlaggedColumns } from '../analysis/analysis.ts';
import type { OrganizationClock } from '../clock/organization-clock.ts';
import { initiativesOf, type Membership } from '../initiatives/derive-membership.ts';
import { addInterval, flushSubject, makeDayLedger } from '../sums/day-ledger.ts';
import { makeSumRows, type SumRows } from '../sums/sum-rows.ts';

/** How long the issues of each initiative were flagged, summed. `project`: of each issue. */
export function sumInitiativeFlags(
  clock: OrganizationClock,
  flagged: FlaggedColumns,
  project: Int32Array,
  membership: Membership,
): SumRows {
  const rows = makeSumRows('initiativeFlag', flagged.count);
  if (flagged.count === 0) return rows;
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < flagged.count; row++)
    for (const initiative of initiativesOf(membership, project[flagged.issue[row]!]!)) {
      const own = rowsOf.get(initiative);
      if (own === undefined) rowsOf.set(initiative, [row]);
      else own.push(row);
    }
  const ledger = makeDayLedger(clock, rows);
  for (const initiative of [...rowsOf.keys()].sort((a, b) => a - b)) {
    for (const row of rowsOf.get(initiative)!) addInterval(ledger, 0, flagged.from[row]!, flagged.to[row]!, 1);
    flushSubject(ledger, initiative, -1);
  }
  return rows;
}
