import { describe, expect, it } from 'vitest';
import type { TaxTrend, TrendPoint } from './prepare-tax-trend.ts';
import { prepareTrendStill } from './prepare-trend-still.ts';

const point = (day: string, tax: number | null, running: number | null = null): TrendPoint => ({
  day,
  tax,
  range: tax === null ? null : [tax - 5, tax + 5],
  running,
  runningRange: null,
  unfinished: running !== null,
  alone: false,
  name: day,
  taxText: '',
  taxExact: '',
  rangeText: '',
  waited: '',
});
const trend = (points: TrendPoint[]): TaxTrend => ({
  points,
  percents: [0, 10, 20],
  top: 20,
  days: [{ day: 'b', text: 'B' }],
  sentence: '',
  empty: false,
  table: { caption: '', columns: [], rows: [] },
});

describe('the still picture of a trend', () => {
  it('leaves a gap where nothing was in play', () => {
    const still = prepareTrendStill(trend([point('a', 10), point('b', 10), point('c', null), point('d', 20), point('e', 20)]));
    expect(still.tax).toBe('M0 50L25 50M75 0L100 0');
  });

  it('spans the range from high to low', () => {
    expect(prepareTrendStill(trend([point('a', 10), point('b', 10)])).range).toBe('M0 25L100 25L100 75L0 75Z');
  });

  it('places days and percents on the lines they name', () => {
    const still = prepareTrendStill(trend([point('a', 10), point('b', 10), point('c', 10)]));
    expect(still.days).toEqual([{ x: 50, text: 'B' }]);
    expect(still.rules.map((rule) => rule.y)).toEqual([100, 50, 0]);
  });

  it('keeps the running bucket apart', () => {
    expect(prepareTrendStill(trend([{ ...point('a', 10, 10), unfinished: false }, point('b', null, 20)]))).toMatchObject({
      tax: 'M0 50',
      running: 'M0 50L100 0',
      unfinished: [{ x: 100, y: 0 }],
    });
  });
});
