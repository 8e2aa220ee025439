import { describe, expect, it } from 'vitest';
import { completionFlag } from '../analysis/analysis.ts';
import { dayMs } from '../clock/organization-clock.ts';
import type { IssueStory } from '../facts/build-company.ts';
import { analyzeStory, day, issue, link } from '../facts/days.fixture.ts';

const completionsOf = (story: Parameters<typeof analyzeStory>[0], now?: number) => {
  const { company, analysis } = analyzeStory(story, now);
  const { issue: of, team, at, flags } = analysis.completions;
  return Array.from(of, (which, row) => {
    const told = (Object.keys(completionFlag) as (keyof typeof completionFlag)[]).filter(
      (flag) => (flags[row]! & completionFlag[flag]) !== 0,
    );
    return [company.ids.issues[which], company.ids.teams[team[row]!], at[row]! / dayMs, ...told];
  });
};
const a1 = issue('a1', 'A', { started: 0, completed: 5 });
const reopened: IssueStory = {
  ...a1,
  statuses: [...a1.statuses, { at: day(7), category: 'started' }, { at: day(9), category: 'completed' }],
};

describe('a completion', () => {
  it('is the instant at which an issue enters completed', () => {
    expect(completionsOf({ issues: [a1] })).toEqual([['a1', 'A', 5]]);
  });

  it('counts each time, and knows whether the issue was later opened again', () => {
    expect(completionsOf({ issues: [reopened] })).toEqual([
      ['a1', 'A', 5, 'reopened'],
      ['a1', 'A', 9],
    ]);
  });

  it('is not reopened by what has not happened at the data cut-off', () => {
    expect(completionsOf({ issues: [reopened] }, 6)).toEqual([['a1', 'A', 5]]);
  });

  it('belongs to the team that owned the issue then', () => {
    expect(completionsOf({ issues: [issue('a1', { 0: 'A', 5: 'B', 6: 'C' }, { started: 0, completed: 5 })] })).toEqual([['a1', 'B', 5]]);
  });

  it('is nobody’s where no team is known', () => {
    expect(completionsOf({ issues: [issue('a1', null, { started: 0, completed: 5 })] })).toEqual([]);
  });

  it('is not a move from one completed status to another', () => {
    expect(completionsOf({ issues: [{ ...a1, statuses: [...a1.statuses, { at: day(6), category: 'completed' }] }] })).toEqual([
      ['a1', 'A', 5],
    ]);
  });

  it('did not wait because another issue did, nor because it waited from then on', () => {
    const waiting = issue('a2', 'A', { started: 0 });
    const b1 = issue('b1', 'B', { started: 0 });
    const dependencies = [link('b1', 'a2', 1)];
    expect(completionsOf({ issues: [waiting, a1, b1], dependencies })).toEqual([['a1', 'A', 5]]);
    expect(completionsOf({ issues: [a1, waiting, b1], dependencies })).toEqual([['a1', 'A', 5]]);
    expect(completionsOf({ issues: [reopened, b1], dependencies: [link('b1', 'a1', 5)] })[0]).toEqual(['a1', 'A', 5, 'reopened']);
  });

  it('knows of each issue whether it waited, where several did', () => {
    const [first, second] = [issue('a1', 'A', { started: 0, completed: 5 }), issue('a2', 'A', { started: 0, completed: 6 })];
    const b1 = issue('b1', 'B', { started: 0 });
    const dependencies = [link('b1', 'a1', 1, 2), link('b1', 'a1', 3, 4), link('b1', 'a2', 2)];
    expect(completionsOf({ issues: [first, second, b1], dependencies })).toEqual([
      ['a1', 'A', 5, 'waited'],
      ['a2', 'A', 6, 'waited'],
    ]);
  });

  it('may be as old as the issue', () => {
    expect(completionsOf({ issues: [issue('a1', 'A', { completed: 2 })] })).toEqual([['a1', 'A', 2]]);
    expect(completionsOf({ issues: [{ ...issue('a1', 'A', { completed: 5 }), createdAt: day(1) }] })).toEqual([['a1', 'A', 1]]);
  });

  it('that happens at the data cut-off has happened', () => {
    expect(completionsOf({ issues: [a1] }, 5)).toEqual([['a1', 'A', 5]]);
    expect(completionsOf({ issues: [a1] }, 4)).toEqual([]);
  });

  it('is none where the issue is taken out of completed at the same instant', () => {
    const undone: IssueStory = { ...a1, statuses: [...a1.statuses, { at: day(5), category: 'started' }] };
    expect(completionsOf({ issues: [undone] })).toEqual([]);
  });

  it('is reopened by any open category, and by nothing else', () => {
    const thenGoes = (category: IssueStory['statuses'][number]['category']): IssueStory => ({
      ...a1,
      statuses: [...a1.statuses, { at: day(7), category }],
    });
    const isReopened = (story: IssueStory) => completionsOf({ issues: [story] })[0]?.includes('reopened');
    expect((['triage', 'backlog', 'unstarted', 'started'] as const).map((category) => isReopened(thenGoes(category)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([isReopened(thenGoes('canceled')), isReopened(thenGoes(null))]).toEqual([false, false]);
  });

  it('belongs to the first team that was known where it came before any team', () => {
    expect(completionsOf({ issues: [issue('a1', { 6: 'A', 8: 'B' }, { started: 0, completed: 5 })] })).toEqual([['a1', 'A', 5]]);
    expect(completionsOf({ issues: [{ ...a1, teams: [] }] })).toEqual([]);
  });

  it('knows whether the issue waited before it, in any team', () => {
    const moved = issue('a1', { 0: 'A', 3: 'C' }, { started: 0, completed: 5 });
    const b1 = issue('b1', 'B', { started: 0 });
    expect(completionsOf({ issues: [moved, b1], dependencies: [link('b1', 'a1', 1, 2)] })).toEqual([['a1', 'C', 5, 'waited']]);
    expect(completionsOf({ issues: [reopened, b1], dependencies: [link('b1', 'a1', 8)] })).toEqual([
      ['a1', 'A', 5, 'reopened'],
      ['a1', 'A', 9, 'waited'],
    ]);
  });

  it('knows whether the issue is a defect', () => {
    expect(completionsOf({ issues: [{ ...a1, defect: true }] })).toEqual([['a1', 'A', 5, 'defect']]);
  });
});
