import { pairMeasures, type WaitColumns } from '../analysis/analysis.ts';
import type { OrganizationClock } from '../clock/organization-clock.ts';
import { giveBack } from '../columns/give-back.ts';
import { groupRows } from '../columns/group-rows.ts';
import { partitionRows } from '../columns/partition.ts';
import type { RootShareColumns } from '../waiting/wait-rows.ts';
import { addInterval, flushSubject, makeDayLedger } from './day-ledger.ts';
import { makeSumRows, type SumRows } from './sum-rows.ts';

const waiting = pairMeasures.indexOf('waitingMs');
const root = pairMeasures.indexOf('rootMs');
/** By code of `anatomies`. */
const measureOfAnatomy = [pairMeasures.indexOf('unacceptedMs'), pairMeasures.indexOf('queuedMs'), pairMeasures.indexOf('inWorkMs')];

/** Who waits on whom: directly, by anatomy, and at the root. A pair's waiting time is what its anatomy adds up to. */
export function sumPairs(clock: OrganizationClock, waits: WaitColumns, roots: RootShareColumns, teamCount: number): SumRows {
  const rows = makeSumRows('pair', waits.count + roots.count);
  const ledger = makeDayLedger(clock, rows, { measure: waiting, parts: measureOfAnatomy });
  const { offset: waitOffset, columns: waited } = partitionRows(waits.waitingTeam, teamCount, directColumns(waits));
  const { offset: rootOffset, columns: rooted } = partitionRows(roots.waitingTeam, teamCount, rootColumns(roots));
  for (let team = 0; team < teamCount; team++) {
    const [firstWait, firstRoot] = [waitOffset[team]!, rootOffset[team]!];
    // Where nothing waits, nothing has a root.
    if (firstWait === waitOffset[team + 1]) continue;
    const ofBlocking = groupRows(waited.team.subarray(firstWait, waitOffset[team + 1]), teamCount);
    const ofRoot = groupRows(rooted.team.subarray(firstRoot, rootOffset[team + 1]), teamCount);
    for (let other = 0; other < teamCount; other++) {
      const isNone = ofBlocking.offset[other] === ofBlocking.offset[other + 1] && ofRoot.offset[other] === ofRoot.offset[other + 1];
      if (isNone) continue;
      for (let place = ofBlocking.offset[other]!; place < ofBlocking.offset[other + 1]!; place++) {
        const row = firstWait + ofBlocking.rows[place]!;
        addInterval(ledger, measureOfAnatomy[waited.anatomy[row]!]!, waited.from[row]!, waited.to[row]!, waited.share[row]!);
      }
      for (let place = ofRoot.offset[other]!; place < ofRoot.offset[other + 1]!; place++) {
        const row = firstRoot + ofRoot.rows[place]!;
        addInterval(ledger, root, rooted.from[row]!, rooted.to[row]!, rooted.share[row]!);
      }
      flushSubject(ledger, team, other);
    }
  }
  for (const copied of [waited, rooted]) giveBack(Object.values(copied));
  return rows;
}

function directColumns({ blockingTeam: team, from, to, share, anatomy }: WaitColumns) {
  return { team, from, to, share, anatomy };
}

function rootColumns({ rootTeam: team, from, to, share }: RootShareColumns) {
  return { team, from, to, share };
}
