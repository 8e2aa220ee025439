import { describe, expect, it } from 'vitest';
import { totalsOf } from '../analysis/totals-of.fixture.ts';
import { analyzeStory, day, issue, link, storyClock } from '../facts/days.fixture.ts';

/** Days that waits of A go back to, by root team, with all issues open from day 0 on and `now` day 10. */
function rootsOfA(story: Parameters<typeof analyzeStory>[0], ...teams: string[]) {
  const { company, analysis } = analyzeStory({ ...story, teams: ['A', 'B', 'C', 'D'] }, 10);
  const totals = totalsOf(company, analysis, { fromDay: 0, toDay: 10, clock: storyClock, now: day(10) });
  return teams.map((team) => totals.pair('A', team).root);
}

const open = (id: string, team: string | null, rest = {}) => issue(id, team, { started: 0, ...rest });
const a1 = open('a1', 'A');

describe('a wait goes back', () => {
  it('to the team that blocks, if nothing blocks it', () => {
    expect(rootsOfA({ issues: [a1, open('b1', 'B')], dependencies: [link('b1', 'a1', 0)] }, 'B')).toEqual([10]);
  });

  it('along a chain to its end, through issues of any team and any open status', () => {
    const issues = [a1, open('b1', 'B'), issue('b2', 'B', { triage: 0 }), open('c1', 'C'), open('d1', 'D')];
    const dependencies = [link('b1', 'a1', 0), link('b2', 'b1', 0), link('c1', 'b2', 0), link('d1', 'c1', 4)];
    expect(rootsOfA({ issues, dependencies }, 'B', 'C', 'D')).toEqual([0, 4, 6]);
  });

  it('to the waiting team itself, if that is where the chain ends', () => {
    const issues = [a1, open('b1', 'B'), open('a2', 'A')];
    expect(rootsOfA({ issues, dependencies: [link('b1', 'a1', 0), link('a2', 'b1', 0)] }, 'A', 'B')).toEqual([10, 0]);
  });

  it('to distinct teams in equal parts, however many roots each has', () => {
    const issues = [a1, open('b1', 'B'), open('c1', 'C'), open('c2', 'C'), open('d1', 'D')];
    const dependencies = [link('b1', 'a1', 0), link('c1', 'b1', 0), link('c2', 'b1', 0), link('d1', 'b1', 0)];
    expect(rootsOfA({ issues, dependencies }, 'C', 'D')).toEqual([5, 5]);
  });

  it('to all teams of a cycle with no way out', () => {
    const issues = [a1, open('b1', 'B'), open('c1', 'C'), open('d1', 'D')];
    const dependencies = [link('b1', 'a1', 0), link('c1', 'b1', 0), link('d1', 'c1', 0), link('c1', 'd1', 0)];
    expect(rootsOfA({ issues, dependencies }, 'B', 'C', 'D')).toEqual([0, 5, 5]);
  });

  it('out of a cycle that has a way out', () => {
    const issues = [a1, open('b1', 'B'), open('c1', 'C'), open('d1', 'D')];
    const dependencies = [link('b1', 'a1', 0), link('c1', 'b1', 0), link('b1', 'c1', 0), link('d1', 'c1', 4)];
    expect(rootsOfA({ issues, dependencies }, 'B', 'C', 'D')).toEqual([2, 2, 6]);
  });

  it('to its own cycle while the waiting issue is part of it, and no longer once the cycle is cut', () => {
    const issues = [a1, open('b1', 'B'), open('c1', 'C')];
    const dependencies = [link('b1', 'a1', 0), link('a1', 'c1', 0), link('c1', 'b1', 0, 4)];
    const [a = 0, b = 0, c = 0] = rootsOfA({ issues, dependencies }, 'A', 'B', 'C');
    expect([a, b, c].map((days) => Math.round(days * 1e9) / 1e9)).toEqual([1.333333333, 7.333333333, 1.333333333]);
  });

  it('to the direct blocker, if the team at the root is not known', () => {
    const issues = [a1, open('b1', 'B'), open('x1', null)];
    expect(rootsOfA({ issues, dependencies: [link('b1', 'a1', 0), link('x1', 'b1', 0)] }, 'B')).toEqual([10]);
  });

  it('to the roots that are known, if some are not', () => {
    const issues = [a1, open('b1', 'B'), open('x1', null), open('c1', 'C')];
    const dependencies = [link('b1', 'a1', 0), link('x1', 'b1', 0), link('c1', 'b1', 0)];
    expect(rootsOfA({ issues, dependencies }, 'B', 'C')).toEqual([0, 10]);
  });

  it('no further than an issue whose status is not known', () => {
    const issues = [a1, open('b1', 'B'), issue('c1', 'C', { unknown: 0 })];
    expect(rootsOfA({ issues, dependencies: [link('b1', 'a1', 0), link('c1', 'b1', 0)] }, 'B', 'C')).toEqual([10, 0]);
  });

  it('to another team from the day the issue at the root moves', () => {
    const issues = [a1, open('b1', 'B'), issue('c1', { 0: 'C', 7: 'D' }, { started: 0 })];
    expect(rootsOfA({ issues, dependencies: [link('b1', 'a1', 0), link('c1', 'b1', 0)] }, 'C', 'D')).toEqual([7, 3]);
  });
});
