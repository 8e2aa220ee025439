import type { WaitRow } from '@speedtax/storage/analytics';

/** A maximal interval in which the same teams block an issue in the same way. Instants in milliseconds. */
export interface WaitSpan {
  readonly from: number;
  readonly to: number;
  /** It goes on after the data cut-off. */
  readonly lasts: boolean;
  /** One per blocking team. */
  readonly rows: readonly WaitRow[];
}

/** Cuts an issue's wait rows, sorted by start, into intervals within a window. */
export function deriveWaitIntervals(rows: readonly WaitRow[], window: { from: Date; to: Date }): WaitSpan[] {
  const [begin, end] = [window.from.getTime(), window.to.getTime()];
  const cuts = [...new Set(rows.flatMap((row) => [startOf(row), endOf(row)].map((at) => Math.min(Math.max(at, begin), end))))].sort(
    (a, b) => a - b,
  );
  const spans: WaitSpan[] = [];
  let active: WaitRow[] = [];
  let next = 0;
  for (const [k, from] of cuts.entries()) {
    const to = cuts[k + 1];
    if (to === undefined) break;
    active = active.filter((row) => endOf(row) > from);
    for (let row = rows[next]; row && startOf(row) <= from; row = rows[++next]) if (endOf(row) > from) active.push(row);
    if (active.length > 0) addSpan(spans, { from, to, lasts: to === end && active.every((row) => row.toAt === null), rows: active });
  }
  return spans;
}

function addSpan(spans: WaitSpan[], span: WaitSpan): void {
  const previous = spans.at(-1);
  if (previous?.to === span.from && describe(previous.rows) === describe(span.rows)) {
    spans[spans.length - 1] = { ...span, from: previous.from };
  } else spans.push(span);
}

function describe(rows: readonly WaitRow[]): string {
  return rows
    .map((row) => [row.blockingTeamId, row.waitingTeamId, row.share, row.phase, row.anatomy, ...[...row.blockerIssueIds].sort()].join(' '))
    .sort()
    .join('|');
}

function startOf(row: WaitRow): number {
  return row.fromAt.getTime();
}

function endOf(row: WaitRow): number {
  return row.toAt?.getTime() ?? Number.POSITIVE_INFINITY;
}
