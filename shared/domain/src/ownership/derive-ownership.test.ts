import { describe, expect, it } from 'vitest';
import type { CompanyStory } from '../facts/build-company.ts';
import { analyzeStory } from '../facts/days.fixture.ts';

const people = [{ id: 'ann' }, { id: 'bob' }, { id: 'gone', active: false }];
const verdictsOf = (story: Partial<CompanyStory>) => {
  const { company, analysis } = analyzeStory({ people, issues: [], ...story });
  return analysis.initiatives.map(({ ownership, accountable, ownerSpan, singleThreaded }) => [
    ownership,
    accountable.map((person) => company.ids.people[person]).join(),
    ownerSpan,
    singleThreaded,
  ]);
};
const led = (id: string, lead: string | null, rest = {}) => ({ id, lead, initiatives: ['x'], ...rest });

describe('an initiative', () => {
  it('with an active owner and no other is single-threaded', () => {
    expect(verdictsOf({ initiatives: [{ id: 'x', owner: 'ann' }] })).toEqual([['single', 'ann', 1, true]]);
  });

  it('whose owner has another active one is not, and finished or planned ones do not count', () => {
    const initiatives = [
      { id: 'x', owner: 'ann' },
      { id: 'y', owner: 'ann' },
      { id: 'z', owner: 'ann', status: 'completed' as const },
    ];
    expect(verdictsOf({ initiatives })).toEqual([
      ['single', 'ann', 2, false],
      ['single', 'ann', 2, false],
      ['single', 'ann', 2, false],
    ]);
  });

  it('without an active owner is inferred from the one lead of its unfinished projects, which is not single-threaded', () => {
    const projects = [led('p', 'bob'), led('q', 'bob'), led('done', 'ann', { status: 'completed' }), led('left', 'gone')];
    expect(verdictsOf({ initiatives: [{ id: 'x', owner: 'gone' }], projects })).toEqual([['inferred', 'bob', 1, false]]);
  });

  it('may be inferred from the lead of a project that has not begun', () => {
    expect(verdictsOf({ initiatives: [{ id: 'x' }], projects: [led('p', 'bob', { status: 'planned' })] })).toEqual([
      ['inferred', 'bob', 1, false],
    ]);
  });

  it('is diluted by two leads, and unowned without any', () => {
    const initiatives = [{ id: 'x' }, { id: 'y' }];
    expect(verdictsOf({ initiatives, projects: [led('p', 'bob'), led('q', 'ann')] })).toEqual([
      ['diluted', 'ann,bob', null, false],
      ['unowned', '', null, false],
    ]);
  });

  it('that is diluted is a job of each of its leads', () => {
    const initiatives = [{ id: 'x' }, { id: 'y', owner: 'ann' }];
    expect(verdictsOf({ initiatives, projects: [led('p', 'bob'), led('q', 'ann')] })[1]).toEqual(['single', 'ann', 2, false]);
  });

  it('sees the leads of its sub-initiatives', () => {
    const initiatives = [{ id: 'top' }, { id: 'x', parents: ['top'] }];
    expect(verdictsOf({ initiatives, projects: [led('p', 'bob')] })[0]).toEqual(['inferred', 'bob', 2, false]);
  });
});
