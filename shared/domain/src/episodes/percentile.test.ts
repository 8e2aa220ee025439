import { describe, expect, it } from 'vitest';
import { percentileOf, summarizeEpisodes } from './percentile.ts';

describe('a percentile', () => {
  it('is the value at its rank, so that it is always a wait that occurred', () => {
    expect(percentileOf([9, 1, 5, 3], 0.5)).toBe(3);
    expect(percentileOf([9, 1, 5], 0.5)).toBe(5);
    expect(percentileOf([7], 0.85)).toBe(7);
  });

  it('is not moved by what a computer makes of 0.85 × 20', () => {
    expect(
      percentileOf(
        Array.from({ length: 20 }, (_, k) => k + 1),
        0.85,
      ),
    ).toBe(17);
  });

  it('does not exist without values', () => {
    expect(summarizeEpisodes([])).toEqual({ count: 0, medianMs: null, p85Ms: null });
  });
});
