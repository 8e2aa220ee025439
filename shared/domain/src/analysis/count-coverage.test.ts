import { describe, expect, it } from 'vitest';
import { analyzeStory, day, issue, link } from '../facts/days.fixture.ts';

describe('coverage', () => {
  it('counts what is not known of the issues that are there now', () => {
    const issues = [
      issue('known', 'A', { started: 0 }),
      issue('without a team', null, { started: 0 }),
      issue('without a status', 'A', { unknown: 0 }),
      issue('without both', null, { unknown: 0 }),
      issue('done without a team', null, { completed: 0 }),
      issue('gone', null, { unknown: 0 }, { closedAt: day(5) }),
      issue('to come', null, { unknown: 60 }),
    ];
    expect(analyzeStory({ issues }).analysis.coverage).toEqual({
      issues: 7,
      issuesWithoutTeam: 3,
      issuesWithUnknownStatus: 2,
      dependencies: 0,
      dependenciesWithUnknownStart: 0,
    });
  });

  it('counts links whose beginning is not known beside the others', () => {
    const issues = [issue('a1', 'A', { started: 0 }), issue('b1', 'B', { started: 0 })];
    const dependencies = [link('b1', 'a1', 1), { blocker: 'b1', blocked: 'a1', from: null }, { blocker: 'a1', blocked: 'b1', from: null }];
    expect(analyzeStory({ issues, dependencies }).analysis.coverage).toMatchObject({ dependencies: 3, dependenciesWithUnknownStart: 2 });
  });
});
