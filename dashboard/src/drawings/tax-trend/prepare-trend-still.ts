import type { TaxTrend, TrendPoint } from './prepare-tax-trend.ts';

/** The trend as plain paths in a box of 100 by 100, zero at its foot: what a page shows before the charting library has come. */
export interface TrendStill {
  range: string;
  runningRange: string;
  tax: string;
  running: string;
  /** Buckets that still run, in percent from the left and the top. */
  unfinished: { x: number; y: number }[];
  /** Buckets between two gaps, which no line can show. */
  alone: { x: number; y: number }[];
  /** From the top, in percent. */
  rules: { y: number; text: string }[];
  /** From the left, in percent. */
  days: { x: number; text: string }[];
}

export function prepareTrendStill({ points, top, percents, days }: TaxTrend): TrendStill {
  const x = (index: number) => (points.length > 1 ? (index / (points.length - 1)) * 100 : 50);
  const y = (percent: number) => 100 - (percent / top) * 100;
  const line = (pick: (point: TrendPoint) => number | null) =>
    runs(points, pick)
      .map((run) => `M${run.map(({ index, value }) => `${round(x(index))} ${round(y(value))}`).join('L')}`)
      .join('');
  const band = (pick: (point: TrendPoint) => [number, number] | null) =>
    runs(points, pick)
      .map((run) => {
        const there = run.map(({ index, value }) => `${round(x(index))} ${round(y(value[1]))}`);
        const back = run.map(({ index, value }) => `${round(x(index))} ${round(y(value[0]))}`).reverse();
        return `M${[...there, ...back].join('L')}Z`;
      })
      .join('');
  const placeByDay = new Map(points.map((point, index) => [point.day, x(index)]));
  return {
    range: band((point) => point.range),
    runningRange: band((point) => point.runningRange),
    tax: line((point) => point.tax),
    running: line((point) => point.running),
    unfinished: points.flatMap((point, index) =>
      point.unfinished && point.running !== null ? [{ x: round(x(index)), y: round(y(point.running)) }] : [],
    ),
    alone: points.flatMap((point, index) => (point.alone && point.tax !== null ? [{ x: round(x(index)), y: round(y(point.tax)) }] : [])),
    rules: percents.map((percent) => ({ y: round(y(percent)), text: `${percent} %` })),
    days: days.map(({ day, text }) => ({ x: round(placeByDay.get(day) ?? 0), text })),
  };
}

/** Stretches without a gap; a gap is never drawn over. */
function runs<T>(points: readonly TrendPoint[], pick: (point: TrendPoint) => T | null): { index: number; value: T }[][] {
  const found: { index: number; value: T }[][] = [];
  let open: { index: number; value: T }[] | null = null;
  for (const [index, point] of points.entries()) {
    const value = pick(point);
    if (value === null) open = null;
    else if (open) open.push({ index, value });
    else found.push((open = [{ index, value }]));
  }
  return found;
}

const round = (value: number) => Math.round(value * 100) / 100;
