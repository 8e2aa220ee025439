import { describe, expect, it } from 'vitest';
import { buildCompany } from '../facts/build-company.ts';
import { day, issue, link } from '../facts/days.fixture.ts';
import { edgeOf, endsOf } from './alert-state.ts';
import { countOverTime } from './count-over-time.ts';
import { deriveBlockerCounts } from './derive-blocker-counts.ts';
import { replayAlerts } from './replay-alerts.ts';

const quarterHour = 15 * 60_000;
const readings = (...values: [day: number, value: number][]) => values.map(([at, value]) => ({ at: day(at), value }));
const atThree = { kind: 'external_blockers', level: 3, withinDays: 7 } as const;

describe('a quarter replayed', () => {
  it('tells when a rule would have fired, and until when', () => {
    expect(replayAlerts(readings([0, 0], [10, 4], [12, 1], [20, 3]), atThree, day(90))).toEqual([
      { raisedAt: day(10) + quarterHour, clearedAt: day(12) + quarterHour, value: 4 },
      { raisedAt: day(20) + quarterHour, clearedAt: null, value: 3 },
    ]);
  });
  it('tells nothing of what was so from the beginning', () => {
    expect(replayAlerts(readings([0, 5], [10, 6]), atThree, day(90))).toEqual([]);
  });
  it('tells nothing of what lasted less than a quarter of an hour', () => {
    const flap = [...readings([0, 0], [1, 3]), { at: day(1) + quarterHour - 1, value: 0 }];
    expect(replayAlerts(flap, atThree, day(90))).toEqual([]);
  });
  it('tells nothing of what comes after its end', () => {
    expect(replayAlerts(readings([0, 0], [90, 4]), atThree, day(90))).toEqual([]);
    expect(replayAlerts([], atThree, day(90))).toEqual([]);
  });
  it('forgets a rise when its days have passed', () => {
    const rise = { kind: 'blocker_rise', level: 2, withinDays: 7 } as const;
    expect(replayAlerts(readings([0, 1], [10, 3], [30, 5]), rise, day(31))).toEqual([
      { raisedAt: day(10) + quarterHour, clearedAt: day(17) + quarterHour, value: 2 },
      { raisedAt: day(30) + quarterHour, clearedAt: null, value: 2 },
    ]);
  });
});

describe('how many at once', () => {
  it('counts each once, from an instant on', () => {
    const twice = [
      { from: 5, to: 20 },
      { from: 10, to: 30 },
    ];
    const counted = countOverTime([twice, [{ from: 25, to: Infinity }], [{ from: 1, to: 2 }]], 8);
    expect(counted).toEqual([
      { at: 8, value: 1 },
      { at: 25, value: 2 },
      { at: 30, value: 1 },
    ]);
  });
  it('begins with none', () => {
    expect(countOverTime([], 3)).toEqual([{ at: 3, value: 0 }]);
    expect(countOverTime([[{ from: 5, to: Infinity }]], 3)).toEqual(readingsAt([3, 0], [5, 1]));
  });
  const readingsAt = (...values: [number, number][]) => values.map(([at, value]) => ({ at, value }));
});

describe('external blockers', () => {
  it('come and go with the issues, the links and the teams', () => {
    const company = buildCompany({
      teams: ['A', 'B'],
      initiatives: [{ id: 'I', status: 'active' }],
      projects: [{ id: 'P', initiatives: ['I'] }],
      issues: [
        issue('a1', 'A', { unstarted: 0 }, { project: 'P' }),
        issue('a2', 'B', { unstarted: 0 }, { project: 'P' }),
        issue('b1', 'B', { backlog: 0, started: 4, completed: 9 }),
        issue('b2', { 0: 'B', 12: 'A' }, { started: 5 }),
      ],
      dependencies: [link('b1', 'a1', 2), link('b2', 'a1', 6), link('a2', 'a1', 1), link('b2', 'a1', 3, 6)],
    } as never);
    expect(deriveBlockerCounts(company, { from: day(1), now: day(20) })).toEqual([readings([1, 0], [2, 1], [5, 2], [9, 1], [12, 0])]);
    expect(deriveBlockerCounts(company, { from: day(10), now: day(20) })).toEqual([readings([10, 1], [12, 0])]);
  });
});

describe('an edge', () => {
  it('names its ends', () => expect(endsOf(edgeOf('b', 'a'))).toEqual({ blockerIssueId: 'b', blockedIssueId: 'a' }));
  it.each(['', 'b', 'b>', '>a'])('of one end is none: %j', (edge) => expect(() => endsOf(edge)).toThrow('expected blocker>blocked'));
});
