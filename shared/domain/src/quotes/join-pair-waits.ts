import type { WaitColumns } from '../analysis/analysis.ts';

/** Tells the maximal intervals in which one team blocks an issue of another, whatever the phase, the anatomy and the share. */
export function joinPairWaits(waits: WaitColumns, tell: (row: number, from: number, to: number) => void): void {
  for (let first = 0; first < waits.count; ) {
    const issue = waits.issue[first]!;
    let end = first + 1;
    while (end < waits.count && waits.issue[end] === issue) end++;
    joinOfIssue(waits, first, end, tell);
    first = end;
  }
}

function joinOfIssue(waits: WaitColumns, first: number, end: number, tell: (row: number, from: number, to: number) => void): void {
  const rows = Array.from({ length: end - first }, (_, k) => first + k).sort(
    (a, b) =>
      waits.blockingTeam[a]! - waits.blockingTeam[b]! || waits.waitingTeam[a]! - waits.waitingTeam[b]! || waits.from[a]! - waits.from[b]!,
  );
  for (let k = 0; k < rows.length; ) {
    const begun = rows[k]!;
    let to = waits.to[begun]!;
    for (k++; k < rows.length && isSamePair(waits, begun, rows[k]!) && waits.from[rows[k]!]! === to; k++) to = waits.to[rows[k]!]!;
    tell(begun, waits.from[begun]!, to);
  }
}

function isSamePair({ blockingTeam, waitingTeam }: WaitColumns, a: number, b: number): boolean {
  return blockingTeam[a] === blockingTeam[b] && waitingTeam[a] === waitingTeam[b];
}
