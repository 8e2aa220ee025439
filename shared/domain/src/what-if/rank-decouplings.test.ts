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

  it('is empty where nobody waits', () => {
    expect(told([])).toEqual([]);
    expect(told([set('A', 'B', 0)])).toEqual([]);
  });
});
