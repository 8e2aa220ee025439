import { describe, expect, it } from 'vitest';
import { dayMs } from '../clock/organization-clock.ts';
import { analyzeStory, issue, link } from '../facts/days.fixture.ts';

const episodesOf = (story: Parameters<typeof analyzeStory>[0]) => {
  const { company, analysis } = analyzeStory(story);
  const { issue: of, team, from, to } = analysis.episodes;
  return Array.from(of, (_, row) => [company.ids.teams[team[row]!], from[row]! / dayMs, to[row]! / dayMs]);
};
const b1 = issue('b1', 'B', { started: 0, completed: 6 });
const c1 = issue('c1', 'C', { started: 0, completed: 9 });

describe('an episode', () => {
  it('goes on while the phase, the blocker or the blocking team changes', () => {
    const a1 = issue('a1', 'A', { unstarted: 0, started: 3 });
    expect(episodesOf({ issues: [a1, b1, c1], dependencies: [link('b1', 'a1', 1), link('c1', 'a1', 6)] })).toEqual([['A', 1, 9]]);
  });

  it('ends where nobody blocks, and another begins', () => {
    const a1 = issue('a1', 'A', { unstarted: 0, started: 3 });
    expect(episodesOf({ issues: [a1, b1, c1], dependencies: [link('b1', 'a1', 1), link('c1', 'a1', 7)] })).toEqual([
      ['A', 1, 6],
      ['A', 7, 9],
    ]);
  });

  it('ends when the issue moves to another team, whose own begins', () => {
    const a1 = issue('a1', { 0: 'A', 4: 'D' }, { started: 0 });
    expect(episodesOf({ issues: [a1, b1], dependencies: [link('b1', 'a1', 1)] })).toEqual([
      ['A', 1, 4],
      ['D', 4, 6],
    ]);
  });

  it('does not count the time before play', () => {
    const a1 = issue('a1', 'A', { backlog: 0, unstarted: 2 });
    expect(episodesOf({ issues: [a1, b1], dependencies: [link('b1', 'a1', 1)] })).toEqual([['A', 2, 6]]);
  });
});
