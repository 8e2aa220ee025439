import { describe, expect, it } from 'vitest';
import { comparePairs } from './wait-set.ts';

describe('pairs of teams', () => {
  it('are told by who waits, and then by who blocks', () => {
    const pair = (words: string) => ({ waitingTeamId: words[0]!, blockingTeamId: words[1]! });
    const told = ['BA', 'AC', 'AB', 'BC', 'AB'].map(pair).sort(comparePairs);
    expect(told).toEqual(['AB', 'AB', 'AC', 'BA', 'BC'].map(pair));
    expect(comparePairs(pair('AB'), pair('AB'))).toBe(0);
  });
});
