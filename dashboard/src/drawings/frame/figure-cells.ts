import { formatDaysAlike, formatExactMs } from '../../words/duration.ts';
import { formatExactShare, formatShare } from '../../words/share.ts';
import type { TableCell } from './drawing-table.ts';

/** A duration under a head that says issue-days, with as many decimals as the column's largest. */
export function daysCell(ms: number, largestMs: number): TableCell {
  return { text: formatDaysAlike(ms, largestMs), exact: ms, exactText: formatExactMs(ms) };
}

export function shareCell(share: number | null): TableCell {
  return { text: formatShare(share), exact: share, exactText: formatExactShare(share) };
}
