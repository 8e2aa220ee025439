import { describe, expect, it } from 'vitest';
import { days, makeIssueRef } from '../../parts/story.ts';
import { prepareIssueRows } from './prepare-issue-rows.ts';

const row = {
  ...makeIssueRef(),
  projectId: null,
  projectName: null,
  waitingMs: days(4),
  waitingSince: '2026-03-28T00:00:00.000Z',
  blockingTeamIds: ['t2'],
  flaggedMs: days(1),
  flaggedSince: null,
};
const base = { teams: [], timeZone: 'UTC', dataCutOff: '2026-04-01T06:00:00.000Z', view: {} };

describe('the rows of issues that waited', () => {
  it('tell how long an open wait has lasted at the data cut-off', () => {
    expect(prepareIssueRows({ ...base, items: [row] })[0]).toMatchObject({ since: '4 d 6 h', isWaiting: true, waited: '4' });
  });

  it('tell a wait that is over by a dash', () => {
    expect(prepareIssueRows({ ...base, items: [{ ...row, waitingSince: null }] })[0]).toMatchObject({
      since: '–',
      sinceExact: 'not waiting now',
      isWaiting: false,
    });
  });

  it('admit that a blocking team is out of sight', () => {
    expect(prepareIssueRows({ ...base, items: [row] })[0]?.blockedBy[0]?.name).toBe('a team out of sight');
  });

  it('tell of flags where the list is about them', () => {
    const flagged = { ...row, flaggedSince: '2026-03-31T06:00:00.000Z' };
    expect(prepareIssueRows({ ...base, items: [flagged], of: 'flags' })[0]).toMatchObject({
      waited: '1',
      since: '1 d',
      isWaiting: true,
      share: 1,
    });
    expect(prepareIssueRows({ ...base, items: [row], of: 'flags' })[0]).toMatchObject({ since: '–', sinceExact: 'not flagged now' });
  });

  it('measure their bars against the longest', () => {
    const shares = prepareIssueRows({ ...base, items: [row, { ...row, waitingMs: days(1) }] }).map((each) => each.share);
    expect(shares).toEqual([1, 0.25]);
  });
});
