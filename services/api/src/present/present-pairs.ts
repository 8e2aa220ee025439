import type { PairTax } from '@speedtax/contract';
import type { PairIssues, PairQuoteRow } from '@speedtax/storage/analytics';
import type { SubjectMeasures } from '../figures/sum-subjects.ts';
import { apportion } from './apportion.ts';
import { presentQuote } from './present-quote.ts';

type PairSum = SubjectMeasures<'pair'>;

/** The matrix in whole milliseconds: each row, direct and at the root, adds up to the waiting time of its team; each anatomy to its pair. */
export function presentPairs(
  sums: readonly PairSum[],
  waitingMsOf: (teamId: string) => number,
  issues: readonly PairIssues[],
  quotes: readonly PairQuoteRow[],
): PairTax[] {
  const issuesOf = byPair(issues);
  const quotesOf = byPair(quotes);
  const pairs: PairTax[] = [];
  for (const [teamId, row] of rowsOf(sums)) {
    const total = waitingMsOf(teamId);
    const direct = apportion(
      row.map((pair) => pair.measures.waitingMs),
      total,
    );
    const root = apportion(
      row.map((pair) => pair.measures.rootMs),
      total,
    );
    const [rowIssues, rowQuotes] = [issuesOf.get(teamId), quotesOf.get(teamId)];
    for (const [k, { bId, measures }] of row.entries()) {
      const waitingMs = direct[k] as number;
      const rootMs = root[k] as number;
      if (waitingMs === 0 && rootMs === 0) continue;
      const [unacceptedMs = 0, queuedMs = 0, inWorkMs = 0] = apportion(
        [measures.unacceptedMs, measures.queuedMs, measures.inWorkMs],
        waitingMs,
      );
      const quote = rowQuotes?.get(bId);
      pairs.push({
        waitingTeamId: teamId,
        blockingTeamId: bId,
        waitingMs,
        rootMs,
        anatomy: { unacceptedMs, queuedMs, inWorkMs },
        issues: rowIssues?.get(bId)?.issues ?? 0,
        quote: quote ? presentQuote(quote) : null,
      });
    }
  }
  return pairs;
}

/** What each team imposes on others: the column sums of the matrix. */
export function sumImposed(pairs: readonly PairTax[]): Map<string, number> {
  const imposed = new Map<string, number>();
  for (const { blockingTeamId, waitingMs } of pairs) imposed.set(blockingTeamId, (imposed.get(blockingTeamId) ?? 0) + waitingMs);
  return imposed;
}

function rowsOf(sums: readonly PairSum[]): [teamId: string, row: PairSum[]][] {
  const rows = new Map<string, PairSum[]>();
  for (const sum of [...sums].sort((a, b) => compareText(a.aId, b.aId) || compareText(a.bId, b.bId))) {
    const row = rows.get(sum.aId);
    if (row) row.push(sum);
    else rows.set(sum.aId, [sum]);
  }
  return [...rows];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** By waiting team and then by blocking team. A company has tens of thousands of pairs, and a key joined of two ids takes long to look up. */
function byPair<P extends { waitingTeamId: string; blockingTeamId: string }>(pairs: readonly P[]): Map<string, Map<string, P>> {
  const rows = new Map<string, Map<string, P>>();
  for (const pair of pairs) {
    const row = rows.get(pair.waitingTeamId);
    if (row) row.set(pair.blockingTeamId, pair);
    else rows.set(pair.waitingTeamId, new Map([[pair.blockingTeamId, pair]]));
  }
  return rows;
}
