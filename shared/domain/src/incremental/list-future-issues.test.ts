import { describe, expect, it } from 'vitest';
import { buildCompany, type DependencyStory, type IssueStory } from '../facts/build-company.ts';
import { day, issue, link } from '../facts/days.fixture.ts';
import { listFutureIssues } from './list-future-issues.ts';

/** Told with a1, a2 and b1, which lie in the past. The data reach to day 10. */
function futureOf(issues: IssueStory[], dependencies: DependencyStory[] = []): string[] {
  const past = ['a1', 'a2', 'b1'].map((id) => issue(id, 'A', { started: 0, completed: 9 }));
  const company = buildCompany({ teams: ['A', 'B'], people: [{ id: 'ann' }], issues: [...past, ...issues], dependencies });
  return listFutureIssues(company, day(10)).map((place) => company.ids.issues[place]!);
}

describe('an issue is to be looked at again when time has gone on', () => {
  it('if something of it happens at the data cut-off or later, whatever it is', () => {
    const open = (id: string, rest: Partial<IssueStory>) => issue(id, 'A', { started: 0 }, rest);
    const issues = [
      { ...issue('created', 'A', { unstarted: 0 }), createdAt: day(10) },
      issue('begun', 'A', { unstarted: 0, started: 10 }),
      issue('moved', { 0: 'A', 11: 'B' }, { started: 0 }),
      open('archived', { closedAt: day(12) }),
      open('given', { assignees: [{ at: day(10), person: 'ann' }] }),
      open('flagged', { flagged: [{ at: day(10), flagged: true }] }),
      issue('ended', 'A', { started: 0, completed: 9.9 }),
    ];
    expect(futureOf(issues)).toEqual(['created', 'begun', 'moved', 'archived', 'given', 'flagged']);
  });

  it('if only one of its steps does, though it is told first', () => {
    const begun = issue('begun', 'A', { unstarted: 0, started: 20 });
    expect(futureOf([{ ...begun, statuses: begun.statuses.toReversed() }])).toEqual(['begun']);
  });

  it('if a link onto it comes or goes then: links that stay do not', () => {
    expect(futureOf([], [link('b1', 'a2', 10)])).toEqual(['a2']);
    expect(futureOf([], [link('b1', 'a2', 0, 10), link('b1', 'a1', 0, 11)])).toEqual(['a1', 'a2']);
    expect(futureOf([], [link('b1', 'a1', 9), link('b1', 'a2', 0, 9)])).toEqual([]);
  });

  it('once, whatever is ahead of it, in the order of the company', () => {
    const begun = issue('begun', 'A', { unstarted: 0, started: 12 });
    expect(futureOf([begun], [link('b1', 'begun', 11), link('begun', 'a1', 10, 12)])).toEqual(['a1', 'begun']);
  });

  it('also in a company of more than ten issues', () => {
    const crowd = Array.from({ length: 12 }, (_, k) => issue(`c${k}`, 'A', { unstarted: 0, started: 11 }));
    expect(futureOf(crowd)).toEqual(crowd.map(({ id }) => id));
  });
});
