import { pairMeasures, type WaitColumns } from '../analysis/analysis.ts';
import type { OrganizationClock } from '../clock/organization-clock.ts';
import { groupRows, type RowGroups, regroupRows } from '../columns/group-rows.ts';
import type { RootShareColumns } from '../waiting/wait-rows.ts';
import { makeDayLedger } from './day-ledger.ts';
import { makeSumRows, type SumRows } from './sum-rows.ts';

const waiting = pairMeasures.indexOf('waitingMs');
const root = pairMeasures.indexOf('rootMs');
/** By code of `anatomies`. */
const measureOfAnatomy = [pairMeasures.indexOf('unacceptedMs'), pairMeasures.indexOf('queuedMs'), pairMeasures.indexOf('inWorkMs')];

/** Who waits on whom: directly, by anatomy, and at the root. */
export function sumPairs(clock: OrganizationClock, waits: WaitColumns, roots: RootShareColumns, teamCount: number): SumRows {
  const rows = makeSumRows('pair');
  const ledger = makeDayLedger(clock, rows, { measure: waiting, parts: measureOfAnatomy });
  const waitsOf = groupByPair(waits.waitingTeam, waits.blockingTeam, teamCount);
  const rootsOf = groupByPair(roots.waitingTeam, roots.rootTeam, teamCount);
  for (let team = 0; team < teamCount; team++) {
    let w = waitsOf.offset[team]!;
    let r = rootsOf.offset[team]!;
    const waitsEnd = waitsOf.offset[team + 1]!;
    const rootsEnd = rootsOf.offset[team + 1]!;
    while (w < waitsEnd || r < rootsEnd) {
      const blocking = w < waitsEnd ? waits.blockingTeam[waitsOf.rows[w]!]! : teamCount;
      const rootTeam = r < rootsEnd ? roots.rootTeam[rootsOf.rows[r]!]! : teamCount;
      const other = Math.min(blocking, rootTeam);
      for (; w < waitsEnd && waits.blockingTeam[waitsOf.rows[w]!] === other; w++) {
        const row = waitsOf.rows[w]!;
        ledger.add(measureOfAnatomy[waits.anatomy[row]!]!, waits.from[row]!, waits.to[row]!, waits.share[row]!);
      }
      for (; r < rootsEnd && roots.rootTeam[rootsOf.rows[r]!] === other; r++) {
        const row = rootsOf.rows[r]!;
        ledger.add(root, roots.from[row]!, roots.to[row]!, roots.share[row]!);
      }
      ledger.flush(team, other);
    }
  }
  return rows;
}

/** By waiting team, and within it by the other one. */
function groupByPair(waitingTeam: Int32Array, otherTeam: Int32Array, teamCount: number): RowGroups {
  return regroupRows(groupRows(otherTeam, teamCount).rows, waitingTeam, teamCount);
}
