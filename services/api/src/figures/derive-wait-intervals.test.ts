import type { WaitRow } from '@speedtax/storage/analytics';
import { describe, expect, it } from 'vitest';
import { deriveWaitIntervals } from './derive-wait-intervals.ts';

const row = (from: number, to: number | null, blockingTeamId: string, share: number): WaitRow => ({
  fromAt: new Date(from),
  toAt: to === null ? null : new Date(to),
  waitingTeamId: 'A',
  blockingTeamId,
  share,
  phase: 'held',
  anatomy: 'queued',
  blockerIssueIds: [`${blockingTeamId}1`],
});

const tell = (rows: WaitRow[], from = 0, to = 100) =>
  deriveWaitIntervals(rows, { from: new Date(from), to: new Date(to) }).map(
    (span) => `${span.from}-${span.to}${span.lasts ? '…' : ''} ${span.rows.map((each) => each.blockingTeamId).join('+')}`,
  );

describe('the intervals of a wait', () => {
  it('are cut where another team begins or ceases to block', () => {
    expect(tell([row(1, 4, 'B', 1), row(4, 6, 'B', 0.5), row(4, 6, 'C', 0.5), row(6, 8, 'C', 1)])).toEqual(['1-4 B', '4-6 B+C', '6-8 C']);
  });

  it('are one where nothing changed in between', () => {
    expect(tell([row(1, 4, 'B', 1), row(4, 6, 'B', 1)])).toEqual(['1-6 B']);
  });

  it('are two where the issue moved on in between', () => {
    expect(tell([row(1, 4, 'B', 1), row(5, 6, 'B', 1)])).toEqual(['1-4 B', '5-6 B']);
  });

  it('end at the data cut-off and say that they last', () => {
    expect(tell([row(90, null, 'B', 1)])).toEqual(['90-100… B']);
  });

  it('are clipped to the window', () => {
    expect(tell([row(1, 9, 'B', 1)], 3, 5)).toEqual(['3-5 B']);
  });

  it('are none where the wait lies outside the window', () => {
    expect(tell([row(1, 3, 'B', 1)], 5, 9)).toEqual([]);
  });
});
