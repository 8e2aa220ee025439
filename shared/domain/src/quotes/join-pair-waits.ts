import type { WaitColumns } from '../analysis/analysis.ts';
import { sortStretchBy } from '../columns/sort-rows.ts';

/** Tells the maximal intervals in which one team blocks an issue of another, whatever the phase, the anatomy and the share. */
export function joinPairWaits(waits: WaitColumns, tell: (row: number, from: number, to: number) => void): void {
  const { issue, blockingTeam, waitingTeam, from, to } = waits;
  const byPair = (a: number, b: number): number =>
    blockingTeam[a]! - blockingTeam[b]! || waitingTeam[a]! - waitingTeam[b]! || from[a]! - from[b]!;
  const rows = new Int32Array(waits.count);
  for (let row = 0; row < waits.count; row++) rows[row] = row;
  for (let first = 0; first < waits.count; ) {
    let end = first + 1;
    while (end < waits.count && issue[end] === issue[first]) end++;
    sortStretchBy(rows, first, end, byPair);
    for (let k = first; k < end; ) {
      const begun = rows[k]!;
      let until = to[begun]!;
      for (k++; k < end && isSamePair(waits, begun, rows[k]!) && from[rows[k]!] === until; k++) until = to[rows[k]!]!;
      tell(begun, from[begun]!, until);
    }
    first = end;
  }
}

function isSamePair({ blockingTeam, waitingTeam }: WaitColumns, a: number, b: number): boolean {
  return blockingTeam[a] === blockingTeam[b] && waitingTeam[a] === waitingTeam[b];
}
