import type { Bucket } from '@speedtax/contract';

const msPerDay = 86_400_000;
/** Day 0, 1970-01-01, was a Thursday; weeks begin on Monday. */
const thursday = 3;
const daysPerWeek = 7;

export interface CalendarBucket {
  readonly fromDay: number;
  /** Exclusive. */
  readonly toDay: number;
  /** Cut by the window: not a whole day, week, month or quarter. */
  readonly isCut: boolean;
}

/** The days from `fromDay` to `toDay` (exclusive) by calendar day, week, month or quarter; the first and last may be cut. */
export function cutIntoBuckets(fromDay: number, toDay: number, bucket: Bucket): CalendarBucket[] {
  const buckets: CalendarBucket[] = [];
  for (let start = startOfBucket(fromDay, bucket); start < toDay; ) {
    const end = startOfNext(start, bucket);
    buckets.push({ fromDay: Math.max(start, fromDay), toDay: Math.min(end, toDay), isCut: start < fromDay || end > toDay });
    start = end;
  }
  return buckets;
}

function startOfBucket(day: number, bucket: Bucket): number {
  if (bucket === 'day') return day;
  if (bucket === 'week') return day - ((((day + thursday) % daysPerWeek) + daysPerWeek) % daysPerWeek);
  const date = new Date(day * msPerDay);
  const month = date.getUTCMonth();
  return Date.UTC(date.getUTCFullYear(), bucket === 'quarter' ? month - (month % 3) : month) / msPerDay;
}

function startOfNext(start: number, bucket: Bucket): number {
  if (bucket === 'day') return start + 1;
  if (bucket === 'week') return start + daysPerWeek;
  const date = new Date(start * msPerDay);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + (bucket === 'quarter' ? 3 : 1)) / msPerDay;
}
