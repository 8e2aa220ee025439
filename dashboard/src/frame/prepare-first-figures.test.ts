import { describe, expect, it } from 'vitest';
import { prepareFirstFigures } from './prepare-first-figures.ts';

describe('figures from before all histories are read', () => {
  it('say how many are missing, and which way that errs', () => {
    expect(prepareFirstFigures({ issues: 3000, issuesWithoutHistory: 1250 })).toBe(
      'First figures: the histories of 1,250 of 3,000 issues are still to be read. Until then only their own dates count, so waiting may show too low.',
    );
    expect(prepareFirstFigures({ issues: 3000, issuesWithoutHistory: 3000 })).toContain('of all 3,000 issues');
  });

  it('say nothing once they are complete', () => {
    expect(prepareFirstFigures({ issues: 3000, issuesWithoutHistory: 0 })).toBeNull();
  });
});
