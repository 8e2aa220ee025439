import { describe, expect, it } from 'vitest';
import { estimateLeadTime } from './estimate-lead-time.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, k) => k + 1);

describe('a lead-time quote', () => {
  it('of waits that are all over is what half and 85 % of them took', () => {
    expect(estimateLeadTime(upTo(20), [])).toEqual({ waits: 20, censored: 0, medianMs: 10, p85Ms: 17 });
  });

  it('is not given under ten waits', () => {
    expect(estimateLeadTime(upTo(9), [])).toEqual({ waits: 9, censored: 0, medianMs: null, p85Ms: null });
    expect(estimateLeadTime(upTo(9), [1])).toMatchObject({ waits: 10, medianMs: 5 });
  });

  it('counts a wait that lasts for as long as it was seen', () => {
    // Survival: 9/10, 8/10, then of seven left 6/7, 5/7 …: after 4 it is 0.8 × 5/7 = 0.57, after 5 it is 0.46.
    expect(estimateLeadTime([1, 2, 3, 4, 5, 6], [2, 20, 20, 20])).toMatchObject({ waits: 10, censored: 4, medianMs: 5, p85Ms: null });
  });

  it('loses those who lasted a while and then were not seen any more from among those at risk', () => {
    // The four that were seen for 1 to 4 are gone when the first of ten ends after 5.
    expect(estimateLeadTime([14, 5, 13, 6, 12, 7, 11, 8, 10, 9], [4, 1, 3, 2])).toEqual({ waits: 14, censored: 4, medianMs: 9, p85Ms: 13 });
  });

  it('takes the lasting ones in whatever order they are told', () => {
    // Of twelve, one is gone when the first of nine ends after 2: eleven are at risk, and half of them are over after 7.
    const ended = [2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(estimateLeadTime(ended, [20, 30, 1])).toEqual({ waits: 12, censored: 3, medianMs: 7, p85Ms: null });
    expect(estimateLeadTime(ended, [1, 20, 30])).toEqual({ waits: 12, censored: 3, medianMs: 7, p85Ms: null });
  });

  it('is null where the curve does not come down that far', () => {
    expect(
      estimateLeadTime(
        [1, 2],
        upTo(10).map((k) => k + 2),
      ),
    ).toMatchObject({ medianMs: null, p85Ms: null });
  });

  it('lets an end come before a censoring after the same time', () => {
    // Ten at risk on both: half are over after 3.
    expect(estimateLeadTime([3, 3, 3, 3, 3], [3, 3, 3, 3, 3]).medianMs).toBe(3);
  });
});
