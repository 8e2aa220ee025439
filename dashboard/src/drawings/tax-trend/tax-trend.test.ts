import type { Series } from '@speedtax/contract';
import { describe, expect, it } from 'vitest';
import { dayMs } from '../../words/duration.ts';
import { prepareTaxTrend } from './prepare-tax-trend.ts';
import { prepareTrendStill } from './prepare-trend-still.ts';

/** Weeks from Monday 5 January 2026; null is a week in which nothing was in play. */
function makeSeries(taxes: readonly (number | null)[], running = false): Series {
  const day = (week: number) => new Date(Date.UTC(2026, 0, 5) + week * 7 * dayMs).toISOString().slice(0, 10);
  const items = taxes.map((tax, week) => ({
    from: day(week),
    to: day(week + 1),
    complete: !(running && week === taxes.length - 1),
    inPlayMs: tax === null ? 0 : 100 * dayMs,
    waitingMs: tax === null ? 0 : Math.round(tax * 100 * dayMs),
    waitingStartedMs: 0,
    waitingUnstartedMs: 0,
    blockedBeforePlayMs: 0,
    flaggedMs: 0,
    imposedMs: 0,
    speedTax: tax,
    speedTaxLow: tax === null ? null : tax / 2,
    speedTaxHigh: tax === null ? null : tax * 1.5,
  }));
  return {
    from: day(0),
    to: day(taxes.length),
    bucket: 'week',
    teamId: null,
    timeZone: 'UTC',
    engineVersion: 'test',
    dataCutOff: null,
    items,
  };
}

describe('the trend of the speed tax', () => {
  it('a week with nothing in play is a gap, never a zero', () => {
    const { points } = prepareTaxTrend(makeSeries([0.2, null, 0]));
    expect(points.map((point) => point.tax)).toEqual([20, null, 0]);
    expect(points.map((point) => point.range)).toEqual([[10, 30], null, [0, 0]]);
  });

  it('the running week is set apart, joined to the one before', () => {
    const { points } = prepareTaxTrend(makeSeries([0.1, 0.2, 0.3], true));
    expect(points.map((point) => point.tax)).toEqual([10, 20, null]);
    expect(points.map((point) => point.running)).toEqual([null, 20, 30]);
    expect(points.map((point) => point.unfinished)).toEqual([false, false, true]);
  });

  it('a week between two gaps is marked, since no line can show it', () => {
    const { points } = prepareTaxTrend(makeSeries([0.2, null, 0.3, null, 0.1, 0.1]));
    expect(points.map((point) => point.alone)).toEqual([true, false, true, false, false, false]);
  });

  it('a week between two gaps is a dot in the still picture too', () => {
    const still = prepareTrendStill(prepareTaxTrend(makeSeries([null, 0.2, null])));
    expect(still.alone).toEqual([{ x: 50, y: expect.closeTo(33.33, 1) }]);
  });

  it('the axis begins at zero and holds the high end of the range', () => {
    const { percents, top } = prepareTaxTrend(makeSeries([0.2, 0.4]));
    expect(percents[0]).toBe(0);
    expect(percents.at(-1)).toBe(top);
    expect(top).toBeGreaterThanOrEqual(60);
  });

  it('at most eight days are written under it, however many weeks there are', () => {
    const { days } = prepareTaxTrend(makeSeries(new Array<number>(78).fill(0.2)));
    expect(days.length).toBeLessThanOrEqual(8);
    expect(days[0]?.text).toBe('5 Jan 2026');
  });

  it.each([[[]], [[null, null]]])('%j is no trend', (taxes: (number | null)[]) => {
    expect(prepareTaxTrend(makeSeries(taxes))).toMatchObject({ empty: true, sentence: 'Speed tax over time: no figure yet' });
  });

  it('its table keeps the exact figures, and leaves what is missing empty', () => {
    const { table } = prepareTaxTrend(makeSeries([1 / 3, null]));
    expect(table.rows.map((row) => row[2]?.exact)).toEqual([1 / 3, null]);
  });
});
