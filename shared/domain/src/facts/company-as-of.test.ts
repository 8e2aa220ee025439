import { describe, expect, it } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { buildCompany } from './build-company.ts';
import type { Company, OwnerChange, PlanStatus } from './company.ts';
import { companyAsOf, planStatusAt } from './company-as-of.ts';
import { day, issue, link, storyClock } from './days.fixture.ts';
import { describeFacts } from './describe-facts.ts';

const story = {
  issues: [
    issue('a1', { 0: 'A', 6: 'C' }, { unstarted: 0, started: 2, completed: 10 }, { project: 'p' }),
    issue('b1', 'B', { started: 0, completed: 6 }),
    issue('late', 'B', { started: 7 }, { project: 'p' }),
  ],
  initiatives: [{ id: 'launch' }],
  projects: [{ id: 'p', initiatives: ['launch'] }],
  dependencies: [link('b1', 'a1', 1, 5), link('late', 'a1', 8)],
};

const asOf = (at: number) => {
  const past = companyAsOf(buildCompany(story), day(at));
  return { past, analysis: analyze(past, storyClock, day(at)) };
};

describe('a company as of a past day', () => {
  it('has no issue, step or link that came later', () => {
    const { past } = asOf(4);
    expect([...past.dependencies.blocker]).toEqual([1]);
    expect([...past.issues.status.at]).toEqual([day(0), day(2), day(0)]);
    expect([...past.issues.team.value].map((team) => past.ids.teams[team])).toEqual(['A', 'B']);
    expect([...past.issues.project]).toEqual([0, -1, -1]);
  });

  it('has the first status, team and assignee from creation on, and of the later ones those that had come', () => {
    const assignees = [
      { at: day(5), person: 'ann' },
      { at: day(6), person: 'bob' },
      { at: day(9), person: 'ann' },
    ];
    const told = { ...issue('a1', { 5: 'A', 8: 'C' }, { unstarted: 5, started: 8 }, { assignees }), createdAt: day(1) };
    const { issues } = companyAsOf(buildCompany({ people: [{ id: 'ann' }, { id: 'bob' }], issues: [told] }), day(3));
    expect([issues.status, issues.team, issues.assignee].map((steps) => [...(steps?.at ?? [])])).toEqual([[day(5)], [day(5)], [day(5)]]);
    const later = companyAsOf(buildCompany({ people: [{ id: 'ann' }, { id: 'bob' }], issues: [told] }), day(8)).issues;
    expect([...(later.assignee?.at ?? [])]).toEqual([day(5), day(6)]);
    expect([...(later.assignee?.value ?? [])]).toEqual([0, 1]);
    expect([...later.status.at]).toEqual([day(5), day(8)]);
  });

  it('has a plan from the moment it was made', () => {
    const dates = { createdAt: day(4), startedAt: null, completedAt: null };
    const company = buildCompany({ people: [{ id: 'ann' }], initiatives: [{ id: 'x', owner: 'ann', dates }], issues: [] });
    expect([day(4) - 1, day(4)].map((at) => companyAsOf(company, at).initiatives[0]?.owner)).toEqual([-1, 0]);
  });

  it('keeps a link standing that was removed later', () => {
    expect([...asOf(4).past.dependencies.to]).toEqual([Infinity]);
    expect([...asOf(5).past.dependencies.to]).toEqual([day(5)]);
    expect([...asOf(4).analysis.waits.to]).toContain(Infinity);
  });

  it('counts an initiative without the issues that came later', () => {
    expect(asOf(4).analysis.initiatives[0]).toMatchObject({ issues: 1, openIssues: 1, blockers: [{ issue: 1 }] });
    expect(asOf(9).analysis.initiatives[0]).toMatchObject({ issues: 2, openIssues: 2 });
  });

  it('says the same facts in the same words, whatever came after', () => {
    const before = { ...story, issues: story.issues.slice(0, 2), dependencies: story.dependencies.slice(0, 1) };
    const tell = (company: Company, at: number) => [...describeFacts(companyAsOf(company, day(at)), day(at))];
    expect(tell(buildCompany(before), 6)).toEqual(tell(buildCompany(story), 6));
    expect(tell(buildCompany(story), 8)).not.toEqual(tell(buildCompany(story), 7));
  });
});

describe('who owned an initiative then', () => {
  const owned = (ownerChanges: readonly OwnerChange[], at: number, owner = 2) => {
    const company = buildCompany({
      issues: [],
      people: ['ada', 'bob', 'eve'].map((id) => ({ id })),
      initiatives: [{ id: 'launch', owner: ['ada', 'bob', 'eve'][owner] ?? null }],
    });
    const initiatives = company.initiatives.map((facts) => ({
      ...facts,
      ownerChanges,
      dates: { createdAt: day(1), startedAt: null, completedAt: null },
    }));
    return companyAsOf({ ...company, initiatives }, day(at)).initiatives[0]?.owner;
  };
  const changes = [
    { at: day(3), from: 0, to: 1 },
    { at: day(5), from: 1, to: 2 },
  ];

  it.each([
    { at: 0, is: -1, why: 'nobody before it was there' },
    { at: 2, is: 0, why: 'whom the first change replaced' },
    { at: 3, is: 1, why: 'whom the last change brought, from its very instant' },
    { at: 6, is: 2, why: 'the owner of today after all changes' },
  ])('is $why', ({ at, is }) => {
    expect(owned(changes, at)).toBe(is);
  });

  it("is today's where no change is known", () => {
    expect(owned([], 2)).toBe(2);
  });
});

describe('the status of a plan then', () => {
  const dates = { createdAt: day(1), startedAt: day(3), completedAt: day(8) };
  it.each<{ today: PlanStatus; at: number; is: PlanStatus }>([
    { today: 'completed', at: 0, is: 'planned' },
    { today: 'completed', at: 2, is: 'planned' },
    { today: 'completed', at: 3, is: 'active' },
    { today: 'completed', at: 8, is: 'completed' },
    { today: 'active', at: 2, is: 'planned' },
    { today: 'active', at: 9, is: 'active' },
    { today: 'planned', at: 9, is: 'planned' },
    { today: 'canceled', at: 2, is: 'canceled' },
  ])('of one that is $today today is $is on day $at', ({ today, at, is }) => {
    expect(planStatusAt(today, dates, day(at))).toBe(is);
  });

  it("is today's where its dates are not known", () => {
    expect(planStatusAt('completed', { createdAt: day(1), startedAt: null, completedAt: null }, day(2))).toBe('completed');
    expect(planStatusAt('active', undefined, day(2))).toBe('active');
  });
});
