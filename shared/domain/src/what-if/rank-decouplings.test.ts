import { describe, expect, it } from 'vitest';
import { rankDecouplings } from './rank-decouplings.ts';

const set = (waitingTeamId: string, blocking: string, waitingMs: number) => ({ waitingTeamId, blockingTeamIds: [...blocking], waitingMs });
const told = (sets: Parameters<typeof rankDecouplings>[0], limit = 10) =>
  rankDecouplings(sets, limit).map(
    ({ remove, savedMs }) =>
      `${remove.map(({ waitingTeamId, blockingTeamId }) => waitingTeamId + blockingTeamId).join(' and ')} saves ${savedMs}`,
  );

describe('a ranking', () => {
  it('counts each pair on top of those before it', () => {
    expect(told([set('A', 'B', 3), set('A', 'BC', 2), set('A', 'C', 2), set('B', 'C', 4)])).toEqual([
      'BC saves 4',
      'AB saves 3',
      'AC saves 4',
    ]);
  });

  it('suggests two pairs at once where neither saves anything alone', () => {
    expect(told([set('A', 'BC', 5), set('A', 'CD', 7)])).toEqual(['AC and AD saves 7', 'AB saves 5']);
  });

  it('prefers a single pair that saves something, however little, to several at once', () => {
    expect(told([set('A', 'BC', 90), set('D', 'B', 1)])).toEqual(['DB saves 1', 'AB and AC saves 90']);
  });

  it('orders equal savings by id, and stops at the limit', () => {
    const sets = [set('B', 'A', 1), set('A', 'C', 1), set('A', 'B', 1)];
    expect(told(sets)).toEqual(['AB saves 1', 'AC saves 1', 'BA saves 1']);
    expect(told(sets, 1)).toEqual(['AB saves 1']);
  });

  it('adds up what is saved, and says what is left', () => {
    expect(rankDecouplings([set('A', 'B', 3), set('A', 'CB', 2)], 9)).toMatchObject([
      { savedMs: 3, savedSoFarMs: 3, remainingMs: 2 },
      { savedMs: 2, savedSoFarMs: 5, remainingMs: 0 },
    ]);
  });

  it('suggests the fewest pairs together, whatever more would save', () => {
    expect(told([set('A', 'BCD', 90), set('A', 'EF', 1)])).toEqual(['AE and AF saves 1', 'AB and AC and AD saves 90']);
    expect(told([set('A', 'EF', 1), set('A', 'BCD', 90)])).toEqual(['AE and AF saves 1', 'AB and AC and AD saves 90']);
    expect(told([set('A', 'DC', 4), set('A', 'CB', 4)])).toEqual(['AB and AC saves 4', 'AD saves 4']);
  });

  it('takes the same teams for the same, in whatever order they are named', () => {
    expect(told([set('A', 'BC', 2), set('A', 'CB', 3), set('A', 'BD', 4)])).toEqual(['AB and AC saves 5', 'AD saves 4']);
  });

  it('is empty where nobody waits', () => {
    expect(told([set('A', '', 5)])).toEqual([]);
    expect(told([])).toEqual([]);
    expect(told([set('A', 'B', 0)])).toEqual([]);
  });
});
