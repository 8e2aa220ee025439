import { dayNumberOf } from '@speedtax/domain';
import { describe, expect, it } from 'vitest';
import { deriveMonthRuns } from './month-runs.ts';

const days = (...isoDays: string[]) => Int32Array.from(isoDays, dayNumberOf);

describe('sums by month', () => {
  it('a run ends with the month, and with the subject', () => {
    const runs = deriveMonthRuns({
      count: 5,
      day: days('2024-02-28', '2024-02-29', '2024-03-01', '2024-02-29', '2024-03-31'),
      a: Int32Array.of(7, 7, 7, 8, 8),
      b: Int32Array.of(1, 1, 1, 1, 1),
    });
    expect(runs).toEqual({
      count: 4,
      month: days('2024-02-01', '2024-02-01', '2024-03-01', '2024-03-01'),
      begin: Int32Array.of(0, 3, 2, 4),
      end: Int32Array.of(2, 4, 3, 5),
    });
  });

  it('nothing has no runs', () => {
    expect(deriveMonthRuns({ count: 0, day: days(), a: days(), b: days() }).count).toBe(0);
  });
});
