import type { Series } from '@speedtax/contract';
import { formatIssueDays } from '../../words/duration.ts';
import { formatDay, formatShortDay } from '../../words/instant.ts';
import { formatExactShare, formatShare, formatShareRange } from '../../words/share.ts';
import type { DrawingTable } from '../frame/drawing-table.ts';
import { niceStep, niceTicks } from '../scale/nice-ticks.ts';
import { trendTable } from './trend-table.ts';

/** One bucket; shares are in percent, and null where nothing was in play. */
export interface TrendPoint {
  day: string;
  /** Complete buckets only. */
  tax: number | null;
  range: [number, number] | null;
  /** The running bucket, and the one before it so that the two are joined. */
  running: number | null;
  runningRange: [number, number] | null;
  unfinished: boolean;
  /** Between two gaps: no line can show it. */
  alone: boolean;
  name: string;
  taxText: string;
  taxExact: string;
  rangeText: string;
  waited: string;
}

export interface TaxTrend {
  points: TrendPoint[];
  /** Percents of the upright axis, from zero. */
  percents: number[];
  top: number;
  /** The days that are written under the axis. */
  days: { day: string; text: string }[];
  sentence: string;
  empty: boolean;
  table: DrawingTable;
}

const mostDays = 8;
const percentSteps = 4;

/** The speed tax bucket by bucket. A bucket without a figure stays a gap; an incomplete one is set apart. */
export function prepareTaxTrend(series: Series): TaxTrend {
  const points = series.items.map((_, index) => preparePoint(series, index));
  const highest = Math.max(
    0,
    ...points.flatMap((point) => [point.tax ?? 0, point.running ?? 0, point.range?.[1] ?? 0, point.runningRange?.[1] ?? 0]),
  );
  const stepPercent = niceStep(Math.max(highest, 1) / percentSteps);
  const top = Math.ceil(Math.max(highest, 1) / stepPercent) * stepPercent;
  return {
    points,
    percents: niceTicks(top, top / stepPercent),
    top,
    days: pickDays(series),
    sentence: sayTrend(series),
    empty: series.items.every((item) => item.speedTax === null),
    table: trendTable(series),
  };
}

function preparePoint(series: Series, index: number): TrendPoint {
  const { items } = series;
  const item = items[index];
  if (!item) throw new Error(`bucket ${index} of a series of ${items.length}: expected it to be there`);
  const tax = inPercent(item.speedTax);
  const low = inPercent(item.speedTaxLow);
  const high = inPercent(item.speedTaxHigh);
  const range: [number, number] | null = low === null || high === null ? null : [low, high];
  const joinsRunning = items[index + 1]?.complete === false || items[index - 1]?.complete === false;
  const hasFigure = (at: number) => (items[at]?.speedTax ?? null) !== null;
  return {
    day: item.from,
    tax: item.complete ? tax : null,
    range: item.complete ? range : null,
    running: !item.complete || joinsRunning ? tax : null,
    runningRange: !item.complete || joinsRunning ? range : null,
    unfinished: !item.complete,
    alone: tax !== null && !hasFigure(index - 1) && !hasFigure(index + 1),
    name: nameBucket(series, item.from),
    taxText: formatShare(item.speedTax),
    taxExact: formatExactShare(item.speedTax),
    rangeText: formatShareRange(item.speedTaxLow, item.speedTaxHigh),
    waited: formatIssueDays(item.waitingMs),
  };
}

function nameBucket({ bucket }: Series, from: string): string {
  if (bucket === 'day') return formatDay(from);
  if (bucket === 'week') return `week of ${formatDay(from)}`;
  if (bucket === 'month') return formatDay(from).replace(/^\d+ /, '');
  return `Q${Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1} ${from.slice(0, 4)}`;
}

function pickDays(series: Series): TaxTrend['days'] {
  const every = Math.max(1, Math.ceil(series.items.length / mostDays));
  const picked = series.items.filter((_, index) => index % every === 0).map((item) => item.from);
  return picked.map((day, index) => ({ day, text: axisText(series, day, day.slice(0, 4) !== picked[index - 1]?.slice(0, 4)) }));
}

/** The year is written where it is news. */
function axisText(series: Series, from: string, newYear: boolean): string {
  if (series.bucket === 'quarter') return nameBucket(series, from);
  const text = newYear ? formatDay(from) : formatShortDay(from);
  return series.bucket === 'month' ? text.replace(/^\d+ /, '') : text;
}

function sayTrend({ items, bucket }: Series): string {
  const known = items.filter((item) => item.complete && item.speedTax !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return 'Speed tax over time: no figure yet';
  return `Speed tax by ${bucket}: from ${formatShare(first.speedTax)} at ${formatDay(first.from)} to ${formatShare(last.speedTax)} at ${formatDay(last.from)}`;
}

function inPercent(share: number | null): number | null {
  return share === null ? null : Math.round(share * 100_000) / 1000;
}
