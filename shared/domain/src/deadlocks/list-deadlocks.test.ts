import { describe, expect, it } from 'vitest';
import { analyzeStory, issue, link } from '../facts/days.fixture.ts';

const open = (id: string, team: string) => issue(id, team, { started: 0 });
const deadlocksOf = (story: Parameters<typeof analyzeStory>[0]) => {
  const { company, analysis } = analyzeStory(story);
  return analysis.deadlocks.map((cycle) => cycle.map((each) => company.ids.issues[each]));
};

describe('a deadlock', () => {
  const ring = [link('a1', 'b1', 1), link('b1', 'c1', 1), link('c1', 'a1', 1)];

  it('is a cycle of dependencies across teams', () => {
    const issues = [open('a1', 'A'), open('b1', 'B'), open('c1', 'C'), open('d1', 'D')];
    expect(deadlocksOf({ issues, dependencies: [...ring, link('a1', 'd1', 1)] })).toEqual([['a1', 'b1', 'c1']]);
  });

  it('is told once for each cycle, with its issues and its cycles in the order of the company', () => {
    const issues = ['a1', 'b1', 'c1', 'd1', 'e1'].map((id) => open(id, id));
    const cycles = [link('e1', 'c1', 1), link('c1', 'e1', 2), link('d1', 'b1', 3), link('b1', 'd1', 4)];
    const bridge = link('c1', 'b1', 1);
    expect(deadlocksOf({ issues, dependencies: [...cycles, bridge] })).toEqual([
      ['b1', 'd1'],
      ['c1', 'e1'],
    ]);
    expect(deadlocksOf({ issues, dependencies: [bridge, link('a1', 'b1', 1)] })).toEqual([]);
  });

  it('needs every dependency across teams', () => {
    expect(deadlocksOf({ issues: [open('a1', 'A'), open('b1', 'A'), open('c1', 'C')], dependencies: ring })).toEqual([]);
  });

  it('is over when one of its issues is done or one of its links is gone', () => {
    const issues = [open('a1', 'A'), open('b1', 'B'), open('c1', 'C')];
    expect(deadlocksOf({ issues: [...issues.slice(0, 2), issue('c1', 'C', { started: 0, completed: 9 })], dependencies: ring })).toEqual(
      [],
    );
    expect(deadlocksOf({ issues, dependencies: [...ring.slice(0, 2), link('c1', 'a1', 1, 9)] })).toEqual([]);
  });
});
