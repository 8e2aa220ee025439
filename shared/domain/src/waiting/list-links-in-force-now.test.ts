import { describe, expect, it } from 'vitest';
import type { DependencyStory } from '../facts/build-company.ts';
import { analyzeStory, day, issue, link } from '../facts/days.fixture.ts';

/** What blocks the one initiative, which has a1 of A, and since which day. */
function blockersNow(...dependencies: DependencyStory[]) {
  const { company, analysis } = analyzeStory({
    initiatives: [{ id: 'x' }],
    projects: [{ id: 'p', initiatives: ['x'] }],
    issues: [
      issue('a1', 'A', { backlog: 0 }, { project: 'p' }),
      issue('a2', 'A', { started: 0 }),
      issue('b1', 'B', { started: 0 }),
      issue('b2', 'B', { started: 0, completed: 6 }),
      issue('nobodys', null, { started: 0 }),
    ],
    dependencies,
  });
  return analysis.initiatives[0]!.blockers.map(({ issue: blocker, since }) => `${company.ids.issues[blocker]} since ${since / day(1)}`);
}

describe('a dependency is in force now', () => {
  it('while the link stands and both issues are open, in play or not', () => {
    expect(blockersNow(link('b1', 'a1', 3))).toEqual(['b1 since 3']);
    expect(blockersNow(link('b1', 'a1', 3, 9))).toEqual([]);
    expect(blockersNow(link('b2', 'a1', 3))).toEqual([]);
  });

  it('across teams only, and those are known', () => {
    expect(blockersNow(link('a2', 'a1', 3))).toEqual([]);
    expect(blockersNow(link('nobodys', 'a1', 3))).toEqual([]);
  });

  it('since the link was made, though it was taken back and made again at once', () => {
    expect(blockersNow(link('b1', 'a1', 3, 5), link('b1', 'a1', 5))).toEqual(['b1 since 3']);
    expect(blockersNow(link('b1', 'a1', 3, 5), link('b1', 'a1', 6))).toEqual(['b1 since 6']);
  });
});
