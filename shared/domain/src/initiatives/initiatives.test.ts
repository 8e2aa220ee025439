import { describe, expect, it } from 'vitest';
import { totalsOf } from '../analysis/totals-of.fixture.ts';
import { dayMs } from '../clock/organization-clock.ts';
import type { CompanyStory } from '../facts/build-company.ts';
import { analyzeStory, day, issue, link, storyClock } from '../facts/days.fixture.ts';

const initiatives = [{ id: 'x' }, { id: 'sub', parents: ['x'] }];
const projects = [
  { id: 'p', initiatives: ['x'] },
  { id: 'q', initiatives: ['sub', 'x'] },
];
const within = (project: string) => ({ project });
const a1 = issue('a1', 'A', { started: 0, completed: 10 }, within('p'));
const a2 = issue('a2', 'A', { unstarted: 4, completed: 8 }, within('q'));
const b1 = issue('b1', 'B', { started: 0, completed: 6 });

const totalsOfX = (story: Partial<CompanyStory>) => {
  const { company, analysis } = analyzeStory({ initiatives, projects, issues: [], ...story });
  return totalsOf(company, analysis, { fromDay: 0, toDay: 20, clock: storyClock, now: day(50) });
};

describe('the time of an initiative', () => {
  it('is that of its issues and those of its sub-initiatives, each once', () => {
    const totals = totalsOfX({ issues: [a1, a2, b1], dependencies: [link('b1', 'a1', 2), link('b1', 'a2', 2)] });
    expect(totals.initiativeTeam('x', 'A')).toEqual({ inPlay: 14, waiting: 6 });
    expect(totals.initiativeTeam('sub', 'A')).toEqual({ inPlay: 4, waiting: 2 });
  });

  it('waits while somebody in it waits, and is stalled while everybody in play does', () => {
    const totals = totalsOfX({ issues: [a1, a2, b1], dependencies: [link('b1', 'a1', 2)] });
    expect(totals.initiative('x')).toEqual({ clockWaiting: 4, stalled: 2 });
    expect(totals.initiative('sub')).toEqual({ clockWaiting: 0, stalled: 0 });
  });

  it('is not stalled while an issue that no team owns is in play', () => {
    const nobodys = issue('n1', null, { started: 3, completed: 5 }, within('p'));
    const totals = totalsOfX({ issues: [a1, nobodys, b1], dependencies: [link('b1', 'a1', 2)] });
    expect(totals.initiative('x')).toEqual({ clockWaiting: 4, stalled: 2 });
  });
});

describe('the blockers of an initiative', () => {
  const blockersOf = (story: Partial<CompanyStory>, now: number) => {
    const { company, analysis } = analyzeStory({ initiatives, projects, issues: [], ...story }, now);
    return analysis.initiatives[0]!.blockers.map(({ issue: of, external, since, blockedIssues }) => [
      company.ids.issues[of],
      external ? 'external' : 'internal',
      since / dayMs,
      blockedIssues.map((each) => company.ids.issues[each]).join(),
    ]);
  };

  it('are open issues of other teams, each once, since the oldest of their dependencies came in force', () => {
    const c1 = issue('c1', 'C', { backlog: 1 }, within('p'));
    const dependencies = [link('b1', 'a1', 3), link('b1', 'a2', 2), link('c1', 'a1', 0), link('a2', 'a1', 0)];
    expect(blockersOf({ issues: [a1, a2, b1, c1], dependencies }, 5)).toEqual([
      ['c1', 'internal', 1, 'a1'],
      ['b1', 'external', 3, 'a1,a2'],
    ]);
  });

  it('count even where what they block is still in backlog', () => {
    const later = issue('a3', 'A', { backlog: 0 }, within('p'));
    expect(blockersOf({ issues: [later, b1], dependencies: [link('b1', 'a3', 1)] }, 5)).toEqual([['b1', 'external', 1, 'a3']]);
  });

  it('count since they block across teams, or were opened again', () => {
    const moved = issue('m1', { 0: 'A', 4: 'B' }, { started: 0 });
    const reopened = { ...b1, statuses: [...b1.statuses, { at: day(7), category: 'started' as const }] };
    const dependencies = [link('m1', 'a1', 1), link('b1', 'a1', 1)];
    expect(blockersOf({ issues: [a1, moved, reopened], dependencies }, 8)).toEqual([
      ['m1', 'external', 4, 'a1'],
      ['b1', 'external', 7, 'a1'],
    ]);
  });

  it('are told in the order of the company where they block equally long', () => {
    const c1 = issue('c1', 'C', { started: 0 });
    expect(blockersOf({ issues: [a1, c1, b1], dependencies: [link('b1', 'a1', 2), link('c1', 'a1', 2)] }, 5)).toEqual([
      ['c1', 'external', 2, 'a1'],
      ['b1', 'external', 2, 'a1'],
    ]);
    expect(blockersOf({ issues: [a1, c1, b1], dependencies: [link('c1', 'a1', 2), link('b1', 'a1', 2)] }, 5)[0]?.[0]).toBe('c1');
  });

  it('count since the link, not since something else changed at its ends', () => {
    const started = issue('b2', 'B', { unstarted: 0, started: 3 });
    expect(blockersOf({ issues: [a1, started], dependencies: [link('b2', 'a1', 1)] }, 5)).toEqual([['b2', 'external', 1, 'a1']]);
    expect(blockersOf({ issues: [a1, started], dependencies: [link('b2', 'a1', 3)] }, 5)).toEqual([['b2', 'external', 3, 'a1']]);
  });

  it('are none once they are done', () => {
    expect(blockersOf({ issues: [a1, b1], dependencies: [link('b1', 'a1', 1)] }, 6)).toEqual([]);
  });
});

describe('the issues of an initiative', () => {
  it('are counted, and how many of them are open now', () => {
    const done = issue('d1', 'A', { started: 0, completed: 2 }, within('q'));
    const outside = issue('o1', 'A', { started: 0 });
    const { analysis } = analyzeStory({ initiatives, projects, issues: [outside, a1, a2, done] }, 6);
    expect(analysis.initiatives.map(({ issues, openIssues }) => [issues, openIssues])).toEqual([
      [3, 2],
      [2, 1],
    ]);
  });
});
