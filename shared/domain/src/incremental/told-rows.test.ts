import { describe, expect, it } from 'vitest';
import type { CompanyStory } from '../facts/build-company.ts';
import { analyzeStory, day, issue, link } from '../facts/days.fixture.ts';
import { tellRows } from './told-rows.ts';

const teams = ['A', 'B', 'C', 'D'];
const b1 = issue('b1', 'B', { started: 0 });
const c1 = issue('c1', 'C', { backlog: 0 });

function told(story: CompanyStory) {
  const { company, analysis } = analyzeStory({ teams, ...story });
  return tellRows(company, analysis);
}

describe('an analysis told by names', () => {
  it('has a row for each part of a wait and each team that blocks', () => {
    const a1 = issue('a1', 'A', { unstarted: 0, started: 2 });
    const c2 = issue('c2', 'C', { unstarted: 0 });
    const dependencies = [link('b1', 'a1', 1, 6), link('c1', 'a1', 4), link('c2', 'a1', 4)];
    const onB = { issueId: 'a1', waitingTeamId: 'A', blockingTeamId: 'B', anatomy: 'in_work', blockerIssueIds: ['b1'] };
    const onC = { issueId: 'a1', waitingTeamId: 'A', blockingTeamId: 'C', anatomy: 'unaccepted', blockerIssueIds: ['c1', 'c2'] };
    const { waits } = told({ issues: [a1, b1, c1, c2], dependencies });
    expect(waits.toSorted((a, b) => a.from - b.from || (a.blockingTeamId < b.blockingTeamId ? -1 : 1))).toEqual([
      { ...onB, from: day(1), to: day(2), share: 1, phase: 'held' },
      { ...onB, from: day(2), to: day(4), share: 1, phase: 'dragging' },
      { ...onB, from: day(4), to: day(6), share: 1 / 2, phase: 'dragging' },
      { ...onC, from: day(4), to: day(6), share: 1 / 2, phase: 'dragging' },
      { ...onC, from: day(6), to: Infinity, share: 1, phase: 'dragging' },
    ]);
  });

  it('knows of each wait without a break whoever blocked in it, in ascending order, and of no other', () => {
    const a1 = issue('a1', { 0: 'A', 7: 'D' }, { started: 0 });
    const a2 = issue('a2', 'A', { started: 0 });
    // a1 waits for C, then B too, from 1 to 3; for B from 5 to 7; then it is D's, and waits on for C. a2 has its own waits.
    const ofA1 = [link('c1', 'a1', 1, 3), link('b1', 'a1', 2, 3), link('b1', 'a1', 5, 7), link('c1', 'a1', 7)];
    const dependencies = [...ofA1, link('b1', 'a2', 1, 3)];
    expect(told({ issues: [a1, a2, b1, c1], dependencies }).episodes).toEqual([
      { issueId: 'a1', teamId: 'A', from: day(1), to: day(3), blockingTeamIds: ['B', 'C'] },
      { issueId: 'a1', teamId: 'A', from: day(5), to: day(7), blockingTeamIds: ['B'] },
      { issueId: 'a1', teamId: 'D', from: day(7), to: Infinity, blockingTeamIds: ['C'] },
      { issueId: 'a2', teamId: 'A', from: day(1), to: day(3), blockingTeamIds: ['B'] },
    ]);
  });

  it('says of each completion what is known of it', () => {
    const a1 = issue('a1', 'A', { started: 0, completed: 2 });
    const again = [
      { at: day(4), category: 'started' as const },
      { at: day(6), category: 'completed' as const },
    ];
    const b2 = issue('b2', 'B', { started: 0, completed: 3 }, { defect: true });
    const issues = [{ ...a1, statuses: [...a1.statuses, ...again] }, b2, c1];
    const usual = { issueId: 'a1', teamId: 'A', waited: false, reopened: false, isDefect: false, isRepeated: true };
    expect(told({ issues, dependencies: [link('c1', 'a1', 5)] }).completions).toEqual([
      { ...usual, at: day(2), reopened: true },
      { ...usual, at: day(6), waited: true },
      { ...usual, issueId: 'b2', teamId: 'B', at: day(3), isDefect: true, isRepeated: false },
    ]);
  });

  it('says who worked when, and for which project, if anybody and for any', () => {
    const a1 = issue('a1', 'A', { started: 1, completed: 4 }, { project: 'p', assignees: [{ at: day(1), person: 'ann' }] });
    const story = { people: [{ id: 'ann' }], projects: [{ id: 'p' }], issues: [a1, b1] };
    expect(told(story).startedSpans).toEqual([
      { issueId: 'a1', projectId: 'p', personId: 'ann', from: day(1), to: day(4) },
      { issueId: 'b1', projectId: null, personId: null, from: day(0), to: Infinity },
    ]);
  });

  it('says when an issue was flagged, and whose it was', () => {
    const flagged = [
      { at: day(2), flagged: true },
      { at: day(5), flagged: false },
    ];
    const b2 = issue('b2', { 0: 'B', 4: 'D' }, { started: 0 }, { flagged });
    expect(told({ issues: [b1, b2] }).flagged).toEqual([
      { issueId: 'b2', teamId: 'B', from: day(2), to: day(4) },
      { issueId: 'b2', teamId: 'D', from: day(4), to: day(5) },
    ]);
  });

  it('says what blocks each initiative now, and which issues go in circles', () => {
    const a1 = issue('a1', 'A', { started: 0 }, { project: 'q' });
    const d1 = issue('d1', 'D', { started: 0 }, { project: 'q' });
    const { blockers, deadlocks } = told({
      initiatives: [{ id: 'x' }, { id: 'y' }],
      projects: [
        { id: 'p', initiatives: ['x'] },
        { id: 'q', initiatives: ['y'] },
      ],
      issues: [a1, b1, d1],
      dependencies: [link('b1', 'a1', 3), link('b1', 'd1', 2), link('d1', 'a1', 4), link('a1', 'd1', 5)],
    });
    expect(blockers).toEqual([
      { initiativeId: 'y', issueId: 'b1', external: true, since: day(2), blockedIssueIds: ['a1', 'd1'] },
      { initiativeId: 'y', issueId: 'd1', external: false, since: day(4), blockedIssueIds: ['a1'] },
      { initiativeId: 'y', issueId: 'a1', external: false, since: day(5), blockedIssueIds: ['d1'] },
    ]);
    expect(deadlocks).toEqual([['a1', 'd1']]);
  });
});
