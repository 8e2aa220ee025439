import type { DailySumColumns } from '@speedtax/domain';

const msPerDay = 86_400_000;

/** Rows `begin[r]` to `end[r] − 1` are the days of one subject in the month whose first day is `month[r]`, ascending. */
export interface MonthRuns {
  readonly count: number;
  readonly month: Int32Array;
  readonly begin: Int32Array;
  readonly end: Int32Array;
}

/** Cuts sums into months; they come with the days of each subject together and ascending. The runs come in order of months. */
export function deriveMonthRuns({ count, day, a, b }: Pick<DailySumColumns, 'count' | 'day' | 'a' | 'b'>): MonthRuns {
  const monthOf = makeMonths(day);
  const begins: number[] = [];
  const months: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const month = monthOf(day[row] as number);
    const isSame = row > 0 && a[row] === a[row - 1] && b[row] === b[row - 1] && month === months[months.length - 1];
    if (isSame) continue;
    begins.push(row);
    months.push(month);
  }
  const order = Int32Array.from(months.keys()).sort((x, y) => (months[x] as number) - (months[y] as number) || x - y);
  return {
    count: order.length,
    month: order.map((run) => months[run] as number),
    begin: order.map((run) => begins[run] as number),
    end: order.map((run) => begins[run + 1] ?? count),
  };
}

/** The first day of a day's month, each looked up once. */
function makeMonths(day: Int32Array): (of: number) => number {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const each of day) {
    if (each < first) first = each;
    if (each > last) last = each;
  }
  const months = new Int32Array(day.length === 0 ? 0 : last - first + 1);
  for (let k = 0; k < months.length; k += 1) months[k] = first + k - (new Date((first + k) * msPerDay).getUTCDate() - 1);
  return (of) => months[of - first] as number;
}
