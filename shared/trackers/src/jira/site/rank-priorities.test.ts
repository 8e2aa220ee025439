import { describe, expect, it } from 'vitest';
import { rankPriorities } from './rank-priorities.ts';

const rank = (...names: string[]) => {
  const ranks = rankPriorities(names.map((name, place) => ({ id: String(10 - place), name, untranslatedName: null })));
  return names.map((_, place) => ranks.get(String(10 - place)));
};

describe('priorities', () => {
  it.each([
    [
      ['Highest', 'High', 'Medium', 'Low', 'Lowest'],
      [1, 2, 3, 4, 5],
    ],
    [
      ['Blocker', 'Critical', 'Major', 'Minor', 'Trivial'],
      [1, 2, 3, 4, 5],
    ],
    [
      ['Low', 'Blocker'],
      [4, 1],
    ],
  ])('%j are ranked by their common names', (names, expected) => {
    expect(rank(...names)).toEqual(expected);
  });

  it('of a site’s own are ranked by their ids', () => {
    expect(rank('Gold', 'Silver', 'High')).toEqual([3, 2, 1]);
  });
});
