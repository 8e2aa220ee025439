import { describe, expect, it } from 'vitest';
import { change, day, linked, linkTypes, statusChange, statuses, tellIssue } from '../src/jira/jira-story.fixture.ts';
import type { HistoryEntry } from '../src/jira/payloads/changelog.ts';
import { analyzeMapped } from './facts-of-mapped.ts';
import { blockedBy, blocking, blocks, inDays, isBlockedBy, read, tell } from './told-jira.ts';

/*
 * What was seen in recorded sites, each as a small story; where a recorded site in the tests shows it, that site.
 */

describe('blocked work', () => {
  const told = (paymentDone: number | null, webDone: number | null) => {
    const histories = (done: number | null) => (done === null ? [] : [statusChange(done, statuses.doing, statuses.done)]);
    const status = (done: number | null) => ({ status: done === null ? statuses.doing : statuses.done });
    return read([
      tell(
        tellIssue('PAY-1', { ...blocks('WEB-2'), ...status(paymentDone) }),
        change(4, linked('blocks', 'WEB-2')),
        ...histories(paymentDone),
      ),
      tell(tellIssue('WEB-2', { ...isBlockedBy('PAY-1'), ...status(webDone) }), ...histories(webDone)),
    ]);
  };
  const waits = (mapped: ReturnType<typeof told>) => {
    const { waits: found } = analyzeMapped(mapped, Date.parse(day(60))).analysis;
    return Array.from(found.from, (from, row) => [inDays(from), inDays(Number(found.to[row]))]);
  };

  it('waits until its blocker is done, though the link stays', () => {
    expect(waits(told(9, 20))).toEqual([[4, 9]]);
  });

  it('that is done before its blocker waits no longer than it lasts', () => {
    expect(waits(told(20, 9))).toEqual([[4, 9]]);
  });

  it('that was done before it was linked never waited', () => {
    expect(waits(told(null, 2))).toEqual([]);
  });

  it('of which neither is done waits to this day', () => {
    expect(waits(told(null, null))).toEqual([[4, Infinity]]);
  });
});

describe('a circle', () => {
  const circle = (status: object, ...histories: HistoryEntry[]) => {
    const both = (key: string) => ({
      issuelinks: [blocking(key, '1', linkTypes.blocks), blockedBy(key, '2', linkTypes.blocks)],
    });
    const mirrored = {
      issuelinks: [blockedBy('PAY-1', '1', linkTypes.blocks), blocking('PAY-1', '2', linkTypes.blocks)],
    };
    return read([
      tell(
        tellIssue('PAY-1', { ...both('WEB-2'), status: statuses.doing }),
        change(4, linked('blocks', 'WEB-2')),
        change(5, linked('is blocked by', 'WEB-2')),
      ),
      tell(tellIssue('WEB-2', { ...mirrored, status }), ...histories),
    ]);
  };

  it('of open issues of two teams is a deadlock', () => {
    expect(analyzeMapped(circle(statuses.doing), Date.parse(day(60))).analysis.deadlocks).toEqual([[0, 1]]);
  });

  it('of which one is done is none', () => {
    expect(
      analyzeMapped(circle(statuses.done, statusChange(9, statuses.doing, statuses.done)), Date.parse(day(60))).analysis.deadlocks,
    ).toEqual([]);
  });
});
