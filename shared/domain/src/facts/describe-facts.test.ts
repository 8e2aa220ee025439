import { describe, expect, it } from 'vitest';
import { buildCompany, type CompanyStory } from './build-company.ts';
import { day, issue, link } from './days.fixture.ts';
import { describeFacts } from './describe-facts.ts';

const story: CompanyStory = {
  people: [
    { id: 'ann', teams: ['B', 'A'] },
    { id: 'bob', active: false },
  ],
  initiatives: [
    { id: 'x', owner: 'ann', parents: ['z', 'y'], dates: { createdAt: day(1), startedAt: null, completedAt: null } },
    { id: 'y', status: 'planned' },
    { id: 'z', dates: { createdAt: day(9), startedAt: null, completedAt: null } },
  ],
  projects: [{ id: 'p', lead: 'bob', status: 'completed', initiatives: ['z', 'x'] }],
  issues: [
    issue(
      'a1',
      { 0: 'A', 2: 'B' },
      { unstarted: 0, started: 1 },
      { project: 'p', defect: true, assignees: [{ at: day(1), person: 'ann' }] },
    ),
    issue('b1', null, { unknown: 0 }, { closedAt: day(3) }),
    issue('late', 'A', { started: 9 }),
  ],
  dependencies: [link('b1', 'a1', 2), link('a1', 'b1', 1, 2)],
};
const told = (some: Partial<CompanyStory> = {}, at = 5) => [...describeFacts(buildCompany({ ...story, ...some }), day(at))];

describe('the facts of a company in words', () => {
  it('name everything that was there by its id', () => {
    const d = (n: number) => day(n);
    expect(told()).toEqual([
      'initiative x active ann,true,A,B y z',
      'initiative y planned -',
      'project p completed bob,false x z',
      `issue a1 0 1 p [${d(0)}:2,${d(1)}:3,] [${d(0)}:A,${d(2)}:B,] [] [${d(1)}:ann,]`,
      `issue b1 0 0  [${d(0)}:-1,] [${d(0)}:,] [${d(3)}:1,] []`,
      `link a1 b1 ${d(2)} Infinity`,
      `link b1 a1 ${d(1)} ${d(2)}`,
    ]);
  });

  it('have what came the very moment', () => {
    expect(told({}, 9).filter((line) => /late|initiative z/.test(line))).toHaveLength(2);
    expect(told({}, 8).filter((line) => /late|initiative z/.test(line))).toHaveLength(0);
  });

  it('do not depend on the order of links', () => {
    expect(told({ dependencies: (story.dependencies ?? []).toReversed() })).toEqual(told());
  });
});
