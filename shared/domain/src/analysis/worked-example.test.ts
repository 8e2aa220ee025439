import { describe, expect, it } from 'vitest';
import { dayMs, makeOrganizationClock } from '../clock/organization-clock.ts';
import { buildCompany } from '../facts/build-company.ts';
import { analyze } from './analyze.ts';
import { totalsOf } from './totals-of.fixture.ts';

const day = (n: number): number => n * dayMs;

const company = buildCompany({
  teams: ['A', 'B', 'C'],
  issues: [
    {
      id: 'a1',
      createdAt: day(0),
      teams: [{ at: day(0), team: 'A' }],
      statuses: [
        { at: day(0), category: 'unstarted' },
        { at: day(2), category: 'started' },
        { at: day(10), category: 'completed' },
      ],
    },
    {
      id: 'b1',
      createdAt: day(0),
      teams: [{ at: day(0), team: 'B' }],
      statuses: [
        { at: day(0), category: 'started' },
        { at: day(6), category: 'completed' },
      ],
    },
    {
      id: 'c1',
      createdAt: day(0),
      teams: [{ at: day(0), team: 'C' }],
      statuses: [
        { at: day(0), category: 'backlog' },
        { at: day(8), category: 'completed' },
      ],
    },
  ],
  dependencies: [
    { blocker: 'b1', blocked: 'a1', from: day(1) },
    { blocker: 'c1', blocked: 'a1', from: day(4) },
    { blocker: 'c1', blocked: 'b1', from: day(3), to: day(5) },
  ],
});
const [a1, b1, c1] = [0, 1, 2];
const [A, B, C] = [0, 1, 2];

describe('the worked example of the definitions', () => {
  const analysis = analyze(company, makeOrganizationClock('UTC', 0, 30), day(20));
  const totals = totalsOf(company, analysis, { fromDay: 0, toDay: 10, clock: makeOrganizationClock('UTC', 0, 30), now: day(20) });
  const waitsOf = (issue: number) =>
    Array.from(analysis.waits.issue, (of, row) => ({ of, row }))
      .filter(({ of }) => of === issue)
      .map(({ row }) => [
        analysis.waits.from[row]! / dayMs,
        analysis.waits.to[row]! / dayMs,
        analysis.waits.blockingTeam[row],
        analysis.waits.share[row],
        Array.from(analysis.waits.blocker.subarray(analysis.waits.blockerOffset[row], analysis.waits.blockerOffset[row + 1])),
      ])
      .sort();

  it('a1 waits from 1 to 8: on B alone, on B and C, on C alone', () => {
    expect(waitsOf(a1)).toEqual([
      [1, 2, B, 1, [b1]],
      [2, 4, B, 1, [b1]],
      [4, 6, B, 0.5, [b1]],
      [4, 6, C, 0.5, [c1]],
      [6, 8, C, 1, [c1]],
    ]);
  });

  it('b1 waits from 3 to 5 on C', () => {
    expect(waitsOf(b1)).toEqual([[3, 5, C, 1, [c1]]]);
  });

  it('A had 10 days in play and waited 7, B 6 and 2, C none', () => {
    expect(totals.team('A')).toEqual({ inPlay: 10, held: 1, dragging: 6, blockedBeforePlay: 0, flagged: 0 });
    expect(totals.team('B')).toEqual({ inPlay: 6, held: 0, dragging: 2, blockedBeforePlay: 0, flagged: 0 });
    expect(totals.team('C')).toEqual({ inPlay: 0, held: 0, dragging: 0, blockedBeforePlay: 0, flagged: 0 });
  });

  it('A waits 4 days on B and 3 on C, B waits 2 on C', () => {
    expect(totals.pair('A', 'B')).toMatchObject({ waiting: 4, inWork: 4 });
    expect(totals.pair('A', 'C')).toMatchObject({ waiting: 3, unaccepted: 3 });
    expect(totals.pair('B', 'C')).toMatchObject({ waiting: 2, unaccepted: 2 });
  });

  it('less of the wait of A is the own doing of B than the direct matrix says: 2.5 days against 4.5 of C', () => {
    expect(totals.pair('A', 'B').root).toBe(2.5);
    expect(totals.pair('A', 'C').root).toBe(4.5);
    expect(totals.pair('B', 'C').root).toBe(2);
  });

  it('each wait is one episode', () => {
    const { issue, team, from, to } = analysis.episodes;
    expect([...issue].map((of, row) => [of, team[row], from[row]! / dayMs, to[row]! / dayMs])).toEqual([
      [a1, A, 1, 8],
      [b1, B, 3, 5],
    ]);
  });
});
