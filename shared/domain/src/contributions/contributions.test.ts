import { describe, expect, it } from 'vitest';
import { buildCompany } from '../facts/build-company.ts';
import { analyzeStory, day, issue } from '../facts/days.fixture.ts';
import { deriveLifelines } from '../history/lifelines.ts';
import { deriveStartedSpans } from './derive-started-spans.ts';
import { countIssuesPerDedicated, decideDedication } from './summarize-dedication.ts';

const people = [{ id: 'ann' }, { id: 'bob' }];
const assigned = (...steps: readonly (readonly [at: number, person: string | null])[]) => ({
  assignees: steps.map(([at, person]) => ({ at: day(at), person })),
});
const spansOf = (...issues: Parameters<typeof analyzeStory>[0]['issues']) => {
  const { company, analysis } = analyzeStory({ people, issues });
  const { person, from, to } = analysis.startedSpans;
  return Array.from(person, (who, row) => [
    company.ids.people[who] ?? null,
    from[row]! / day(1),
    to[row] === Infinity ? null : to[row]! / day(1),
  ]);
};

describe('started time', () => {
  it('is that of whoever the issue was assigned to then', () => {
    const a1 = issue('a1', 'A', { unstarted: 0, started: 2, completed: 9 }, assigned([0, 'ann'], [5, 'bob']));
    expect(spansOf(a1)).toEqual([
      ['ann', 2, 5],
      ['bob', 5, 9],
    ]);
  });

  it("is nobody's while nobody was assigned, and lasts to this day where the issue does", () => {
    expect(spansOf(issue('a1', 'A', { started: 2 }, assigned([2, null], [6, 'ann'])))).toEqual([
      [null, 2, 6],
      ['ann', 6, null],
    ]);
  });

  it('goes on when the issue moves to another team, and of several assignments at one instant the last one holds', () => {
    const a1 = issue('a1', { 0: 'A', 4: 'B' }, { started: 1, completed: 8 }, assigned([0, 'ann'], [6, 'bob'], [6, 'ann']));
    expect(spansOf(a1)).toEqual([['ann', 1, 8]]);
  });

  it('is handed on more than once', () => {
    const hands = assigned([0, 'ann'], [3, 'bob'], [5, null], [6, 'ann']);
    expect(spansOf(issue('a1', 'A', { started: 2, completed: 9 }, hands))).toEqual([
      ['ann', 2, 3],
      ['bob', 3, 5],
      [null, 5, 6],
      ['ann', 6, 9],
    ]);
  });

  it('is told for each time that work was going on', () => {
    const twice = issue('a1', 'A', { started: 1, completed: 3 }, assigned([0, 'ann'], [4, 'bob']));
    const statuses = [...twice.statuses, { at: day(5), category: 'started' as const }, { at: day(6), category: 'unstarted' as const }];
    expect(spansOf({ ...twice, statuses })).toEqual([
      ['ann', 1, 3],
      ['bob', 5, 6],
    ]);
  });

  it('is that of whoever it was given to as it began, and not of whoever got it as it ended', () => {
    expect(spansOf(issue('a1', 'A', { unstarted: 0, started: 2, completed: 5 }, assigned([0, 'ann'], [2, 'bob'], [5, 'ann'])))).toEqual([
      ['bob', 2, 5],
    ]);
  });

  it("is nobody's where assignees are not told", () => {
    expect(spansOf(issue('a1', 'A', { started: 1, completed: 3 }))).toEqual([[null, 1, 3]]);
  });

  it('of one issue is told apart from that of the next, though both go on and change hands on one day', () => {
    const a1 = issue('a1', 'A', { started: 0 }, assigned([0, 'bob'], [5, 'ann']));
    expect(spansOf(a1, issue('a2', 'A', { started: 5 }, assigned([5, 'bob'])))).toEqual([
      ['bob', 0, 5],
      ['ann', 5, null],
      ['bob', 5, null],
    ]);
  });

  it("is nobody's in a tracker that does not tell assignees at all", () => {
    const { lifelines } = deriveLifelines(buildCompany({ issues: [issue('a1', 'A', { started: 1, completed: 3 })] }), day(50));
    const { person, from, to } = deriveStartedSpans(lifelines, undefined);
    expect([[...person], [...from], [...to]]).toEqual([[-1], [day(1)], [day(3)]]);
  });

  it('has a first assignee who holds from creation on', () => {
    expect(spansOf(issue('a1', 'A', { started: 1, completed: 3 }, assigned([2, 'ann'])))).toEqual([['ann', 1, 3]]);
  });
});

describe('a contributor', () => {
  it('is dedicated from 80 % of the started time on, and swarming below 20 %', () => {
    const judge = (intoMs: number) => decideDedication({ intoMs, totalMs: 100 })?.dedication;
    expect([80, 79, 20, 19].map(judge)).toEqual(['dedicated', 'shared', 'shared', 'swarming']);
    expect(decideDedication({ intoMs: 0, totalMs: 0 })).toBe(null);
  });

  it('who is dedicated shares the open issues with the others who are', () => {
    const [whole, half] = [
      { intoMs: 9, totalMs: 10 },
      { intoMs: 5, totalMs: 10 },
    ];
    expect(countIssuesPerDedicated(30, [whole, whole, half])).toBe(15);
    expect(countIssuesPerDedicated(30, [half])).toBe(null);
    expect(countIssuesPerDedicated(30, [{ intoMs: 0, totalMs: 0 }])).toBe(null);
  });
});
