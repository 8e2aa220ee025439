import { describe, expect, it } from 'vitest';
import { totalsOf } from '../analysis/totals-of.fixture.ts';
import { analyzeStory, day, issue, link, storyClock } from '../facts/days.fixture.ts';

/** Days that waits of A go back to, by root team, with all issues open from day 0 on and `now` day 10. */
function rootsOfA(story: Parameters<typeof analyzeStory>[0], ...teams: string[]) {
  const { company, analysis } = analyzeStory({ ...story, teams: ['A', 'B', 'C', 'D'] }, 10);
  const totals = totalsOf(company, analysis, { fromDay: 0, toDay: 10, clock: storyClock, now: day(10) });
  return teams.map((team) => totals.pair('A', team).root);
}

const open = (id: string, team: Parameters<typeof issue>[1], rest = {}) => issue(id, team, { started: 0, ...rest });
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

  it('only through issues that are open', () => {
    const reopened = (id: string, team: string) => {
      const told = open(id, team);
      const at = (n: number, category: 'started' | 'completed') => ({ at: day(n), category });
      return { ...told, statuses: [...told.statuses, at(3, 'completed'), at(6, 'started'), at(8, 'completed')] };
    };
    const dependencies = [link('b1', 'a1', 0), link('c1', 'b1', 0), link('d1', 'c1', 0)];
    expect(rootsOfA({ issues: [a1, open('b1', 'B'), open('c1', 'C'), reopened('d1', 'D')], dependencies }, 'B', 'C', 'D')).toEqual([
      0, 5, 5,
    ]);
    expect(rootsOfA({ issues: [a1, open('b1', 'B'), reopened('c1', 'C'), open('d1', 'D')], dependencies }, 'B', 'C', 'D')).toEqual([
      5, 0, 5,
    ]);
  });

  it('through an issue from when it is there, and its team is known', () => {
    const dependencies = [link('b1', 'a1', 0), link('c1', 'b1', 0)];
    expect(rootsOfA({ issues: [a1, open('b1', 'B'), issue('c1', 'C', { started: 3 })], dependencies }, 'B', 'C')).toEqual([3, 7]);
    expect(rootsOfA({ issues: [a1, open('b1', 'B'), open('c1', { 0: null, 4: 'C' })], dependencies }, 'B', 'C')).toEqual([4, 6]);
    expect(rootsOfA({ issues: [a1, open('b1', 'B'), issue('c1', 'C', { started: 30 })], dependencies }, 'B', 'C')).toEqual([10, 0]);
  });

  it('to the same root by a short way and a long one, wherever that root moves', () => {
    const issues = [a1, open('b1', 'B'), open('x1', 'B'), open('x2', 'B'), open('c1', { 0: 'C', 5: 'D' })];
    const ways = [link('c1', 'b1', 0), link('c1', 'x1', 0), link('x1', 'x2', 0), link('x2', 'b1', 0)];
    for (const dependencies of [ways, ways.toReversed()])
      expect(rootsOfA({ issues, dependencies: [...dependencies, link('b1', 'a1', 0)] }, 'B', 'C', 'D')).toEqual([0, 5, 5]);
  });

  it('on from one that still blocks, once others that it blocked are free', () => {
    const issues = [a1, open('a2', 'A'), open('a3', 'A')];
    const blocking = ['b1', 'b2', 'b3', 'b4'].map((id) => open(id, 'B'));
    const roots = [open('c1', { 0: 'C', 8: 'D' }), open('c2', { 0: 'C', 6: 'D' })];
    const chains = [link('c1', 'b1', 0, 3), link('c1', 'b2', 0), link('c2', 'b3', 0), link('c2', 'b4', 0)];
    const onto = [link('b2', 'a1', 0), link('b4', 'a2', 0), link('b1', 'a3', 0), link('b3', 'a3', 20)];
    const story = { issues: [...issues, ...blocking, ...roots], dependencies: [...chains, ...onto] };
    expect(rootsOfA(story, 'B', 'C', 'D')).toEqual([7, 8 + 6 + 3, 2 + 4]);
  });

  it('to a cycle while it is closed, and to its end whenever it is cut', () => {
    const issues = [a1, open('b1', 'B'), open('c1', 'C'), open('d1', 'D')];
    const chain = [link('b1', 'a1', 0), link('c1', 'b1', 0), link('d1', 'c1', 0)];
    expect(rootsOfA({ issues, dependencies: [...chain, link('c1', 'd1', 2, 5), link('c1', 'd1', 7)] }, 'B', 'C', 'D')).toEqual([0, 3, 7]);
  });

  it('to whoever has come to own the issues of a cycle', () => {
    const issues = [a1, open('b1', { 0: 'B', 4: 'D' }), open('c1', 'C')];
    expect(rootsOfA({ issues, dependencies: [link('b1', 'a1', 0), link('c1', 'b1', 0), link('b1', 'c1', 0)] }, 'B', 'C', 'D')).toEqual([
      2, 5, 3,
    ]);
  });

  it('out of a cycle to where its way out has come to lead', () => {
    const issues = [a1, open('b1', 'B'), open('c1', 'C'), open('d1', { 0: 'D', 6: 'C' }), open('e1', 'B')];
    const cycle = [link('b1', 'a1', 0), link('c1', 'b1', 0), link('b1', 'c1', 0)];
    const dependencies = [...cycle, link('d1', 'c1', 0), link('e1', 'd1', 8)];
    expect(rootsOfA({ issues, dependencies }, 'B', 'C', 'D')).toEqual([2, 2, 6]);
  });

  it('from one cycle to the next', () => {
    const issues = [a1, open('b1', 'B'), open('b2', 'B'), open('c1', 'C'), open('d1', 'D')];
    const cycles = [link('b1', 'b2', 0), link('b2', 'b1', 0), link('c1', 'd1', 0), link('d1', 'c1', 0)];
    expect(rootsOfA({ issues, dependencies: [link('b1', 'a1', 0), ...cycles, link('d1', 'b2', 4)] }, 'B', 'C', 'D')).toEqual([4, 3, 3]);
  });

  it('as long as its end is open, whatever goes on along the way', () => {
    // Work on b1 begins on day 2, while c1 lasts until day 6.
    const issues = [a1, issue('b1', 'B', { unstarted: 0, started: 2 }), issue('c1', 'C', { started: 0, completed: 6 })];
    expect(rootsOfA({ issues, dependencies: [link('b1', 'a1', 0), link('c1', 'b1', 0)] }, 'B', 'C')).toEqual([4, 6]);
  });

  it('on from a blocker that was done at first, from when it is opened again', () => {
    const b1 = issue('b1', 'B', { completed: 0, started: 3 });
    const issues = [a1, b1, issue('c1', 'C', { started: 0, completed: 8 })];
    expect(rootsOfA({ issues, dependencies: [link('b1', 'a1', 0), link('c1', 'b1', 0)] }, 'B', 'C')).toEqual([2, 5]);
  });

  it('to nothing that is not there yet, wherever the company tells it', () => {
    const issues = [issue('c1', 'C', { started: 30 }), a1, open('b1', 'B')];
    expect(rootsOfA({ issues, dependencies: [link('b1', 'a1', 0), link('c1', 'b1', 0)] }, 'B', 'C')).toEqual([10, 0]);
  });

  it('along its own chain, though another begins that day', () => {
    const issues = [a1, open('a2', 'A'), open('b1', 'B'), open('b2', 'B'), open('c1', 'C'), open('d1', 'D')];
    const dependencies = [link('b1', 'a1', 0), link('c1', 'b1', 0), link('b2', 'a2', 0), link('d1', 'b2', 0)];
    expect(rootsOfA({ issues, dependencies }, 'B', 'C', 'D')).toEqual([0, 10, 10]);
  });

  it('to those of its blockers that are left, once the first of them is done', () => {
    const issues = [a1, open('b1', 'B'), issue('c1', 'C', { started: 0, completed: 4 }), open('c2', 'C'), open('d1', 'D')];
    const dependencies = [link('d1', 'c1', 0), link('c1', 'b1', 0), link('c2', 'b1', 0), link('b1', 'a1', 0)];
    // Half D's for 4 days, then C's alone: C 2 + 6, D 2.
    expect(rootsOfA({ issues, dependencies }, 'B', 'C', 'D')).toEqual([0, 8, 2]);
  });
});

describe('a wait of an issue that moves', () => {
  it('goes back to all that block it but the team that owns it at the time', () => {
    // A's until day 4, then nobody's until day 6, then B's. a2, b1 and c1 block it; a2 goes back to d1.
    const moving = issue('a1', { 0: 'A', 4: null, 6: 'B' }, { started: 0 });
    const issues = [moving, open('a2', 'A'), open('b1', 'B'), open('c1', 'C'), open('d1', 'D')];
    const dependencies = [link('a2', 'a1', 0), link('b1', 'a1', 0), link('c1', 'a1', 0), link('d1', 'a2', 0)];
    const { company, analysis } = analyzeStory({ teams: ['A', 'B', 'C', 'D'], issues, dependencies }, 10);
    const totals = totalsOf(company, analysis, { fromDay: 0, toDay: 10, clock: storyClock, now: day(10) });
    const rootsOf = (team: string) => ['A', 'B', 'C', 'D'].map((root) => totals.pair(team, root).root);
    // a2 itself waits for d1, all ten days.
    expect([rootsOf('A'), rootsOf('B')]).toEqual([
      [0, 2, 2, 10],
      [0, 0, 2, 2],
    ]);
  });

  it('goes back from each blocker for as long as that one blocks', () => {
    // b1 goes back to D until it is done on day 4, c1 to itself; b2, from day 6 on, to D as well.
    const issues = [a1, issue('b1', 'B', { started: 0, completed: 4 }), open('b2', 'B'), open('c1', 'C'), open('d1', 'D')];
    const dependencies = [link('b1', 'a1', 0), link('c1', 'a1', 0), link('b2', 'a1', 6), link('d1', 'b1', 0), link('d1', 'b2', 0)];
    // C and D share 0–4 and 6–10; 4–6 is C's.
    expect(rootsOfA({ issues, dependencies }, 'B', 'C', 'D')).toEqual([0, 2 + 2 + 2, 2 + 2]);
  });

  it('does not go back to an issue of its own team that comes to block it', () => {
    const issues = [a1, open('a2', 'A'), open('b1', 'B'), open('c1', 'C')];
    expect(rootsOfA({ issues, dependencies: [link('b1', 'a1', 0), link('c1', 'a1', 0), link('a2', 'a1', 4)] }, 'A', 'B', 'C')).toEqual([
      0, 5, 5,
    ]);
  });

  it('goes back to the waiting team, though another issue of that team no longer blocks it', () => {
    const issues = [a1, issue('a2', 'A', { started: 0, completed: 3 }), open('b1', 'B'), open('a3', 'A')];
    const dependencies = [link('a2', 'a1', 0), link('b1', 'a1', 0), link('a3', 'b1', 0)];
    expect(rootsOfA({ issues, dependencies }, 'A', 'B')).toEqual([10, 0]);
  });

  it('goes back to those that block at once, if no team at their roots is known', () => {
    const issues = [a1, open('b1', 'B'), open('c1', 'C'), open('x1', null), issue('x2', null, { started: 0, completed: 6 })];
    const dependencies = [link('b1', 'a1', 0), link('c1', 'a1', 0), link('x1', 'b1', 0), link('x2', 'c1', 0)];
    // Half of it each for 6 days; then c1 is its own root, and nobody else is known.
    expect(rootsOfA({ issues, dependencies }, 'B', 'C')).toEqual([3, 3 + 4]);
  });
});
