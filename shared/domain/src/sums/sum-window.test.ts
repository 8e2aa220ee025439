import { describe, expect, it } from 'vitest';
import { dayMs, makeOrganizationClock } from '../clock/organization-clock.ts';
import { growOpenSum, sumWindow } from './sum-window.ts';

const clock = makeOrganizationClock('UTC', 0, 30);
const hourMs = 3_600_000;

describe('a window of days', () => {
  it('is the sum of its days, the last one excluded', () => {
    const ended = [4, 5, 6].map((day) => ({ day, key: 'A', values: { inPlayMs: day } }));
    expect(sumWindow(clock, { fromDay: 4, toDay: 6 }, 20 * dayMs, ended, [])).toEqual(new Map([['A', { inPlayMs: 9 }]]));
  });

  it('adds what lasts to this day, up to the data cut-off', () => {
    const open = [{ sinceDay: 2, key: 'A', measure: 'inPlayMs' as const, weight: 1, offsetMs: 6 * hourMs }];
    const inPlay = (fromDay: number, toDay: number, cutOff: number) =>
      sumWindow(clock, { fromDay, toDay }, cutOff, [], open).get('A')?.inPlayMs;
    expect(inPlay(0, 2, 10 * dayMs)).toBe(undefined);
    expect(inPlay(2, 3, 10 * dayMs)).toBe(18 * hourMs);
    expect(inPlay(3, 5, 10 * dayMs)).toBe(48 * hourMs);
    expect(inPlay(0, 30, 10 * dayMs)).toBe(7 * dayMs + 18 * hourMs);
    expect(inPlay(12, 30, 10 * dayMs)).toBe(undefined);
  });

  it('weighs intervals that began on one day together', () => {
    const two = { sinceDay: 2, weight: 1.5, offsetMs: 1 * 6 * hourMs + 0.5 * 12 * hourMs };
    expect(growOpenSum(clock, { fromDay: 0, toDay: 4 }, 20 * dayMs, two)).toBe((42 + 0.5 * 36) * hourMs);
    expect(growOpenSum(clock, { fromDay: 4, toDay: 5 }, 20 * dayMs, two)).toBe(36 * hourMs);
  });
});
