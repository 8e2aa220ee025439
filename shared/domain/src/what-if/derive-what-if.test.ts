import { describe, expect, it } from 'vitest';
import { deriveWhatIf, type WhatIfChange } from './derive-what-if.ts';

/** The worked example of the definitions: a1 waits on B 3 days, on B and C 2, on C alone 2; b1 waits on C 2 days. */
const waitSets = [
  { waitingTeamId: 'A', blockingTeamIds: ['B'], waitingMs: 3 },
  { waitingTeamId: 'A', blockingTeamIds: ['B', 'C'], waitingMs: 2 },
  { waitingTeamId: 'A', blockingTeamIds: ['C'], waitingMs: 2 },
  { waitingTeamId: 'B', blockingTeamIds: ['C'], waitingMs: 2 },
];
const inPlayMsOf = new Map([
  ['A', 10],
  ['B', 6],
  ['C', 0],
]);
const evaluate = ({ remove = [], merge = [] }: Partial<WhatIfChange>) => {
  const { savedMs, teams } = deriveWhatIf(waitSets, inPlayMsOf, { remove, merge });
  return { savedMs, teams: Object.fromEntries(teams.map(({ teamIds, after }) => [teamIds.join('+'), after])) };
};

describe('the worked example', () => {
  it('without A waiting on B: C takes the whole blame for the days on which both blocked', () => {
    expect(evaluate({ remove: [{ waitingTeamId: 'A', blockingTeamId: 'B' }] })).toEqual({
      savedMs: 3,
      teams: {
        A: { inPlayMs: 10, waitingMs: 4, imposedMs: 0 },
        B: { inPlayMs: 6, waitingMs: 2, imposedMs: 0 },
        C: { inPlayMs: 0, waitingMs: 0, imposedMs: 6 },
      },
    });
  });

  it('without A waiting on anybody: 7 days, two more than the two pairs save one by one', () => {
    const onB = { waitingTeamId: 'A', blockingTeamId: 'B' };
    const onC = { waitingTeamId: 'A', blockingTeamId: 'C' };
    expect(
      [evaluate({ remove: [onB] }), evaluate({ remove: [onC] }), evaluate({ remove: [onB, onC] })].map(({ savedMs }) => savedMs),
    ).toEqual([3, 2, 7]);
  });

  it('with B and C as one team: it no longer waits on itself, and A waits on it as long as before', () => {
    expect(evaluate({ merge: [['C', 'B']] })).toEqual({
      savedMs: 2,
      teams: { A: { inPlayMs: 10, waitingMs: 7, imposedMs: 0 }, 'B+C': { inPlayMs: 6, waitingMs: 0, imposedMs: 7 } },
    });
  });

  it('with A and B as one team, by way of two merges that share a third: nobody waits', () => {
    expect(
      evaluate({
        merge: [
          ['A', 'C'],
          ['C', 'B'],
        ],
      }),
    ).toEqual({ savedMs: 9, teams: { 'A+B+C': { inPlayMs: 16, waitingMs: 0, imposedMs: 0 } } });
  });

  it('tells teams, and the teams of a merge, by id, and adds them up', () => {
    const { before, after, teams } = deriveWhatIf([...waitSets].reverse(), new Map([...inPlayMsOf].reverse()), {
      remove: [],
      merge: [['C', 'B']],
    });
    expect(teams.map(({ teamIds }) => teamIds)).toEqual([['A'], ['B', 'C']]);
    expect([before, after]).toEqual([
      { inPlayMs: 16, waitingMs: 9, imposedMs: 9 },
      { inPlayMs: 16, waitingMs: 7, imposedMs: 7 },
    ]);
  });

  it('removes pairs as the teams were, also where one of them is merged', () => {
    // What A waits on B is gone; what it waits on C, now one with B, is not.
    const { savedMs, teams } = evaluate({ remove: [{ waitingTeamId: 'A', blockingTeamId: 'B' }], merge: [['B', 'C']] });
    expect(savedMs).toBe(5);
    expect(teams.A?.waitingMs).toBe(4);
  });
});
