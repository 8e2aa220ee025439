import { describe, expect, it } from 'vitest';
import { totalsOf } from '../analysis/totals-of.fixture.ts';
import { dayMs } from '../clock/organization-clock.ts';
import type { CompanyStory } from '../facts/build-company.ts';
import { analyzeStory, day, issue, link, storyClock } from '../facts/days.fixture.ts';

/** Marked from the first day of each pair until the second; to this day where there is none. */
const marked = (...spans: [from: number, to?: number][]) => ({
  flagged: spans.flatMap(([from, to]) => [
    { at: day(from), flagged: true },
    ...(to === undefined ? [] : [{ at: day(to), flagged: false }]),
  ]),
});

const flagsOf = (story: CompanyStory, now?: number) => {
  const { company, analysis } = analyzeStory(story, now);
  const { issue: of, team, from, to } = analysis.flagged;
  return Array.from(of, (each, row) => [company.ids.issues[each], company.ids.teams[team[row]!], from[row]! / dayMs, to[row]! / dayMs]);
};

describe('flagged time', () => {
  it('runs while an issue in play is marked, and belongs to the team that owns it then', () => {
    const a1 = issue('a1', { 0: 'A', 6: 'B' }, { backlog: 0, unstarted: 2, started: 4, completed: 9 }, marked([1, 3], [5]));
    expect(flagsOf({ issues: [a1] })).toEqual([
      ['a1', 'A', 2, 3],
      ['a1', 'A', 5, 6],
      ['a1', 'B', 6, 9],
    ]);
  });

  it('is not what a link explains: a wait cuts it', () => {
    const a1 = issue('a1', 'A', { unstarted: 0, started: 4 }, marked([1, 9]));
    const b1 = issue('b1', 'B', { started: 0, completed: 6 });
    expect(flagsOf({ issues: [a1, b1], dependencies: [link('b1', 'a1', 3)] })).toEqual([
      ['a1', 'A', 1, 3],
      ['a1', 'A', 6, 9],
    ]);
  });

  it('goes on where only the own team blocks', () => {
    const a1 = issue('a1', 'A', { started: 0 }, marked([1, 4]));
    const a2 = issue('a2', 'A', { started: 0 });
    expect(flagsOf({ issues: [a1, a2], dependencies: [link('a2', 'a1', 0)] })).toEqual([['a1', 'A', 1, 4]]);
  });

  it('is nobody’s where the team is not known', () => {
    expect(flagsOf({ issues: [issue('a1', { 0: null, 3: 'A' }, { started: 0 }, marked([1, 4]))] })).toEqual([['a1', 'A', 3, 4]]);
  });

  it('lasts to this day while the mark stands, and knows nothing of later', () => {
    const a1 = issue('a1', 'A', { started: 0 }, marked([1, 8], [20]));
    expect(flagsOf({ issues: [a1] }, 5)).toEqual([['a1', 'A', 1, Infinity]]);
    expect(flagsOf({ issues: [a1] }, 8)).toEqual([['a1', 'A', 1, 8]]);
    expect(flagsOf({ issues: [a1] }, 1)).toEqual([['a1', 'A', 1, Infinity]]);
    expect(flagsOf({ issues: [a1] }, 0)).toEqual([]);
  });

  it('ends with the issue that is closed, and comes back with it', () => {
    const closed = [
      { at: day(3), closed: true },
      { at: day(5), closed: false },
    ];
    expect(flagsOf({ issues: [issue('a1', 'A', { started: 0 }, { ...marked([1, 7]), closed })] })).toEqual([
      ['a1', 'A', 1, 3],
      ['a1', 'A', 5, 7],
    ]);
  });

  it('that is marked again at once goes on', () => {
    expect(flagsOf({ issues: [issue('a1', 'A', { started: 0 }, marked([1, 4], [4, 6]))] })).toEqual([['a1', 'A', 1, 6]]);
  });

  it('is of the issue that was marked, and of no other', () => {
    const issues = [issue('a1', 'A', { started: 0 }), issue('a2', 'B', { started: 0 }, marked([2, 3])), issue('a3', 'A', { started: 0 })];
    expect(flagsOf({ issues })).toEqual([['a2', 'B', 2, 3]]);
  });
});

describe('sums of flagged time', () => {
  const story: CompanyStory = {
    issues: [
      issue('a1', 'A', { started: 0 }, { ...marked([1, 3]), project: 'p' }),
      issue('a2', 'A', { started: 0 }, { ...marked([2]), project: 'q' }),
      issue('b1', 'B', { started: 0 }, { ...marked([4, 6]), project: 'p' }),
      issue('b2', 'B', { started: 0 }, marked([0, 9])),
    ],
    initiatives: [{ id: 'whole' }, { id: 'part', parents: ['whole'] }, { id: 'other' }],
    projects: [
      { id: 'p', initiatives: ['part'] },
      { id: 'q', initiatives: ['other', 'whole'] },
    ],
  };
  const { company, analysis } = analyzeStory(story, 10);
  const totals = totalsOf(company, analysis, { fromDay: 0, toDay: 10, clock: storyClock, now: day(10) });

  it('are of teams, beside the tax and no part of it', () => {
    expect([totals.team('A').flagged, totals.team('B').flagged]).toEqual([2 + 8, 2 + 9]);
    expect([totals.team('A').held, totals.team('A').dragging, totals.team('A').inPlay]).toEqual([0, 0, 20]);
  });

  it('are of initiatives and all they are part of', () => {
    expect(['whole', 'part', 'other'].map((id) => totals.initiativeFlag(id).flagged)).toEqual([4 + 8, 4, 8]);
  });

  it('cost nothing where nobody ever marked anything', () => {
    const plain = analyzeStory({ ...story, issues: story.issues.map(({ flagged: _, ...rest }) => rest) });
    expect(plain.company.issues.flagged).toBeUndefined();
    expect([plain.analysis.flagged.count, plain.analysis.sums.initiativeFlag.count]).toEqual([0, 0]);
  });
});
