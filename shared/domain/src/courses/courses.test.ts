import { describe, expect, it } from 'vitest';
import type { CompanyStory } from '../facts/build-company.ts';
import { analyzeStory, day, issue, link } from '../facts/days.fixture.ts';

const within = { project: 'p' };
const projects = [{ id: 'p', initiatives: ['x'] }];

const courseOf = (story: Partial<CompanyStory>, dates: { startedAt?: number; completedAt?: number } = {}, now = 20) => {
  const toDay = (n: number | undefined) => (n === undefined ? null : day(n));
  const told = { createdAt: 0, startedAt: toDay(dates.startedAt), completedAt: toDay(dates.completedAt) };
  const status = dates.completedAt === undefined ? ('active' as const) : ('completed' as const);
  const initiatives = [{ id: 'x', status, dates: told }];
  const { startAt, endAt, firstValueAt, parts, isLasting, settled, ...rest } = analyzeStory(
    { initiatives, projects, issues: [], ...story },
    now,
  ).analysis.courses[0]!;
  const inDays = (at: number | null) => (at === null ? null : at / day(1));
  const { workingMs = 0, waitingOnOthersMs = 0, waitingInsideMs = 0, idleMs = 0, notStartedMs = 0 } = parts ?? {};
  return {
    ...rest,
    from: inDays(startAt),
    to: inDays(endAt),
    firstValue: inDays(firstValueAt),
    parts: parts && [notStartedMs, workingMs, waitingOnOthersMs, waitingInsideMs, idleMs].map(inDays),
  };
};

describe('the course of an initiative', () => {
  it('tells each day once: not started, working, waiting on others, waiting inside, idle', () => {
    const a1 = issue('a1', 'A', { backlog: 0, unstarted: 2, started: 4, completed: 10 }, within);
    const a2 = issue('a2', 'A', { unstarted: 11 }, within);
    const a3 = issue('a3', 'A', { started: 0, completed: 14 });
    const b1 = issue('b1', 'B', { started: 0, completed: 9 });
    const dependencies = [link('b1', 'a1', 6), link('a3', 'a2', 0)];
    // 0–2 not started, 2–4 idle, 4–6 working, 6–9 on B, 9–10 working, 10–11 idle, 11–14 on a3 of its own team, 14–20 idle.
    expect(courseOf({ issues: [a1, a2, a3, b1], dependencies }, { startedAt: 0 })).toEqual({
      startSource: 'tracker',
      isCompleted: false,
      from: 0,
      to: 20,
      firstValue: 10,
      parts: [2, 3, 3, 3, 9],
    });
  });

  it('waits inside the team only on an issue that is known to be of it', () => {
    const [a1, nobodys] = [issue('a1', 'A', { unstarted: 0 }, within), issue('n1', null, { unstarted: 0 }, within)];
    const [other, unknown] = [issue('a2', 'A', { started: 0 }), issue('n2', null, { started: 0 })];
    const partsOf = (blocked: typeof a1, blocker: typeof a1) =>
      courseOf({ issues: [blocked, blocker], dependencies: [link(blocker.id, blocked.id, 5, 15)] }).parts;
    expect(partsOf(a1, other)).toEqual([0, 0, 0, 10, 10]);
    expect(partsOf(a1, unknown)).toEqual([0, 0, 0, 0, 20]);
    expect(partsOf(nobodys, unknown)).toEqual([0, 0, 0, 0, 20]);
  });

  it('is working while one issue moves, whatever waits beside it', () => {
    const a1 = issue('a1', 'A', { started: 0, completed: 8 }, within);
    const a2 = issue('a2', 'A', { started: 2, completed: 4 }, within);
    const b1 = issue('b1', 'B', { started: 0, completed: 6 });
    expect(courseOf({ issues: [a1, a2, b1], dependencies: [link('b1', 'a1', 1)] }, { completedAt: 8 })).toMatchObject({
      startSource: 'first_in_play',
      isCompleted: true,
      from: 0,
      to: 8,
      parts: [0, 5, 3, 0, 0],
    });
  });

  it('delivers its first value with the first issue completed from its start on', () => {
    const early = issue('a1', 'A', { started: 0, completed: 3 }, within);
    const late = issue('a2', 'A', { started: 0, completed: 9 }, within);
    expect(courseOf({ issues: [early, late] }, { startedAt: 5 }).firstValue).toBe(9);
    expect(courseOf({ issues: [early] }, { startedAt: 5 }).firstValue).toBe(null);
  });

  it('delivers with an issue completed the moment it starts', () => {
    const early = issue('a1', 'A', { started: 0, completed: 5 }, within);
    expect(courseOf({ issues: [early] }, { startedAt: 5 }).firstValue).toBe(5);
    expect(courseOf({ issues: [issue('a1', 'A', { backlog: 0, completed: 5 }, within)] }).firstValue).toBe(null);
  });

  it('knows of no start and no end that come after the data cut-off', () => {
    const a1 = issue('a1', 'A', { started: 3, completed: 30 }, within);
    expect(courseOf({ issues: [a1] }, { startedAt: 21 })).toMatchObject({ startSource: 'first_in_play', from: 3, to: 20 });
    expect(courseOf({ issues: [a1] }, { startedAt: 20 })).toMatchObject({
      startSource: 'tracker',
      from: 20,
      to: 20,
      parts: [0, 0, 0, 0, 0],
    });
    expect(courseOf({ issues: [a1] }, { completedAt: 21 })).toMatchObject({ from: 3, to: null, parts: null });
    expect(courseOf({ issues: [issue('a1', 'A', { started: 20 }, within)] })).toMatchObject({ from: 20, to: 20 });
    expect(courseOf({ issues: [issue('a1', 'A', { started: 21 }, within)] })).toMatchObject({ from: null });
  });

  it('does not start in a year that was mistyped', () => {
    const a1 = issue('a1', 'A', { started: 3 }, within);
    expect(courseOf({ issues: [a1] }, { startedAt: -700_000 })).toMatchObject({ startSource: 'first_in_play', from: 3 });
    expect(courseOf({ issues: [a1] }, { startedAt: 0 })).toMatchObject({ startSource: 'tracker', from: 0 });
  });

  it('is not measured where it ended before it began', () => {
    const a1 = issue('a1', 'A', { started: 0 }, within);
    expect(courseOf({ issues: [a1] }, { startedAt: 9, completedAt: 4 })).toMatchObject({ from: 9, to: 4, parts: null });
  });

  it('has no start before anything was in play or the tracker says so', () => {
    const idea = issue('a1', 'A', { backlog: 0 }, within);
    expect(courseOf({ issues: [idea] })).toMatchObject({ startSource: null, from: null, parts: null });
    expect(courseOf({ issues: [idea] }, { startedAt: 5 })).toMatchObject({ from: 5, to: 20, parts: [15, 0, 0, 0, 0] });
  });

  it('is not measured where it has ended and nobody knows when', () => {
    const a1 = issue('a1', 'A', { started: 0 }, within);
    const initiatives = [{ id: 'x', status: 'canceled' as const }];
    const { courses } = analyzeStory({ initiatives, projects, issues: [a1] }).analysis;
    expect(courses[0]).toMatchObject({ startAt: 0, endAt: null, parts: null });
  });
});
