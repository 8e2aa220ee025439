import { pairMeasures, type WaitColumns } from '../analysis/analysis.ts';
import type { OrganizationClock } from '../clock/organization-clock.ts';
import { groupRows } from '../columns/group-rows.ts';
import type { RootShareColumns } from '../waiting/wait-rows.ts';
import { makeDayLedger } from './day-ledger.ts';
import { makeSumRows, type SumRows } from './sum-rows.ts';

const waiting = pairMeasures.indexOf('waitingMs');
const root = pairMeasures.indexOf('rootMs');
/** By code of `anatomies`. */
const measureOfAnatomy = [pairMeasures.indexOf('unacceptedMs'), pairMeasures.indexOf('queuedMs'), pairMeasures.indexOf('inWorkMs')];

/** Who waits on whom: directly, by anatomy, and at the root. One waiting team at a time, so that only its row of the matrix is in memory. */
export function sumPairs(clock: OrganizationClock, waits: WaitColumns, roots: RootShareColumns, teamCount: number): SumRows {
  const rows = makeSumRows('pair');
  const ledger = makeDayLedger(clock, teamCount, rows);
  const waitsOf = groupRows(waits.waitingTeam, teamCount);
  const rootsOf = groupRows(roots.waitingTeam, teamCount);
  for (let team = 0; team < teamCount; team++) {
    for (const row of waitsOf.rows.subarray(waitsOf.offset[team]!, waitsOf.offset[team + 1]!)) {
      const [blocker, from, to, share] = [waits.blockingTeam[row]!, waits.from[row]!, waits.to[row]!, waits.share[row]!];
      ledger.add(blocker, waiting, from, to, share);
      ledger.add(blocker, measureOfAnatomy[waits.anatomy[row]!]!, from, to, share);
    }
    for (const row of rootsOf.rows.subarray(rootsOf.offset[team]!, rootsOf.offset[team + 1]!))
      ledger.add(roots.rootTeam[row]!, root, roots.from[row]!, roots.to[row]!, roots.share[row]!);
    ledger.flush((other) => [team, other]);
  }
  return rows;
}
