import { describe, expect, it } from 'vitest';
import { buildCompany, type IssueStory } from '../facts/build-company.ts';
import type { Company } from '../facts/company.ts';
import { day, issue } from '../facts/days.fixture.ts';
import { statusCategoryCode } from '../facts/status-category.ts';
import { categoryOf, isThere, teamOf } from './issue-state.ts';
import { deriveLifelines, lastState, stateAt } from './lifelines.ts';

const { started, completed, unstarted } = statusCategoryCode;

/** On a day: the category and the team, null where the issue is not there; −1: not known. */
const statesOf = (story: IssueStory, days: number[], now = 20) => {
  const before = issue('before', 'Z', { started: 0 });
  const { lifelines } = deriveLifelines(buildCompany({ teams: ['Z', 'A', 'B'], issues: [before, story, before] }), day(now));
  return days.map((on) => {
    const state = stateAt(lifelines, 1, day(on));
    return isThere(state) ? [categoryOf(state), teamOf(state)] : null;
  });
};

describe('the life of an issue', () => {
  it('begins with its creation, and holds each state until the next', () => {
    const moved = issue('a1', { 3: 'A', 6: 'B' }, { unstarted: 3, started: 5, completed: 9 });
    expect(statesOf(moved, [2, 3, 5, 6, 9, 19])).toEqual([
      null,
      [unstarted, 1],
      [started, 1],
      [started, 2],
      [completed, 2],
      [completed, 2],
    ]);
  });

  it('has nothing in it that comes after the data cut-off, but what comes at it', () => {
    const a1 = issue('a1', 'A', { started: 3, completed: 9 });
    expect(statesOf(a1, [9, 15], 8)).toEqual([
      [started, 1],
      [started, 1],
    ]);
    expect(statesOf(a1, [9], 9)).toEqual([[completed, 1]]);
    expect(statesOf(a1, [3], 2)).toEqual([null]);
  });

  it('is interrupted while the issue is closed', () => {
    const closed = [
      { at: day(4), closed: true },
      { at: day(7), closed: false },
    ];
    expect(statesOf(issue('a1', 'A', { started: 3, completed: 5 }, { closed }), [3, 4, 6, 7])).toEqual([
      [started, 1],
      null,
      null,
      [completed, 1],
    ]);
  });

  it('holds the last of several steps at one instant', () => {
    const statuses = [
      { at: day(3), category: 'unstarted' as const },
      { at: day(3), category: 'completed' as const },
      { at: day(3), category: 'started' as const },
    ];
    expect(statesOf({ ...issue('a1', { 3: 'A' }, { unstarted: 3 }), statuses }, [3])).toEqual([[started, 1]]);
  });

  it('has a row only where something changes', () => {
    const statuses = [1, 2, 3].map((on) => ({ at: day(on), category: 'started' as const }));
    const { lifelines } = deriveLifelines(buildCompany({ issues: [{ ...issue('a1', 'A', { started: 1 }), statuses }] }), day(20));
    expect([...lifelines.at]).toEqual([day(1)]);
  });

  it('is not guessed where neither a status nor a team is told', () => {
    const nothing = { id: 'a1', createdAt: day(3), statuses: [], teams: [] };
    expect(statesOf(nothing, [2, 3, 9])).toEqual([null, [-1, -1], [-1, -1]]);
    expect(statesOf(issue('a1', null, { unknown: 3 }), [3])).toEqual([[-1, -1]]);
  });

  it('has the first status and team from creation on, whenever they were told', () => {
    expect(statesOf({ ...issue('a1', { 6: 'A' }, { started: 5 }), createdAt: day(1) }, [1])).toEqual([[started, 1]]);
  });
});

describe('what an issue has come to', () => {
  it('is its last state, or not there', () => {
    const company = buildCompany({ issues: [issue('late', 'A', { started: 9 }), issue('a1', 'A', { started: 0, completed: 5 })] });
    const { lifelines } = deriveLifelines(company, day(6));
    expect(isThere(lastState(lifelines, 0))).toBe(false);
    expect(categoryOf(lastState(lifelines, 1))).toBe(completed);
  });
});

describe('steps that are told out of order', () => {
  const told = (field: 'status' | 'team' | 'closed'): Company => {
    const closed = [
      { at: day(2), closed: true },
      { at: day(4), closed: false },
    ];
    const company = buildCompany({
      issues: [issue('in order', 'A', { started: 0 }), issue('a1', { 0: 'A', 4: 'B' }, { started: 0, completed: 4 }, { closed })],
    });
    const steps = company.issues[field];
    const at = Float64Array.from(steps.at);
    at[at.length - 1] = day(-1);
    return { ...company, issues: { ...company.issues, [field]: { ...steps, at } } };
  };

  it.each(['status', 'team', 'closed'] as const)('are a problem of that issue: %s', (field) => {
    expect(deriveLifelines(told(field), day(20)).problems).toEqual([{ kind: 'steps-out-of-order', issue: 1 }]);
  });

  it('are none where they come at one instant', () => {
    const statuses = [
      { at: day(1), category: 'started' as const },
      { at: day(1), category: 'completed' as const },
    ];
    const company = buildCompany({ issues: [{ ...issue('a1', 'A', { started: 1 }), statuses }] });
    expect(deriveLifelines(company, day(20)).problems).toEqual([]);
  });
});
