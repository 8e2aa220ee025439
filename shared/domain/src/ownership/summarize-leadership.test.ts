import { describe, expect, it } from 'vitest';
import { summarizeLeadership } from './summarize-leadership.ts';

describe('whoever is accountable', () => {
  it('leads from 80 % of the work in own teams on, and must borrow below', () => {
    expect(
      summarizeLeadership(
        [
          ['A', 80],
          ['B', 20],
        ],
        new Set(['A']),
      ),
    ).toEqual({ resourceControl: 0.8, leadership: 'STL' });
    expect(
      summarizeLeadership(
        [
          ['A', 79],
          ['B', 21],
        ],
        new Set(['A']),
      ),
    ).toEqual({ resourceControl: 0.79, leadership: 'STO' });
    expect(
      summarizeLeadership(
        [
          ['A', 79],
          ['B', 21],
        ],
        new Set(['A', 'B']),
      ),
    ).toEqual({ resourceControl: 1, leadership: 'STL' });
  });

  it('is neither where nothing was in play, or nobody is accountable', () => {
    expect(summarizeLeadership([['A', 0]], new Set(['A']))).toEqual({ resourceControl: null, leadership: null });
    expect(summarizeLeadership([['A', 9]], null)).toEqual({ resourceControl: null, leadership: null });
  });

  it('is not said to borrow where nobody knows a team of this person', () => {
    expect(summarizeLeadership([['A', 9]], new Set())).toEqual({ resourceControl: null, leadership: null });
  });
});
