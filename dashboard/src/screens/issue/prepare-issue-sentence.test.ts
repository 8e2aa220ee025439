import type { IssueWaits } from '@speedtax/contract';
import { describe, expect, it } from 'vitest';
import { sentenceText } from '../../parts/sentence.tsx';
import { days, makeIssueRef } from '../../parts/story.ts';
import { prepareIssueSentence } from './prepare-issue-sentence.ts';

type Interval = IssueWaits['intervals'][number];

const on = (name: string, waitingMs: number): Interval['blockedBy'][number] => ({
  teamId: name,
  teamName: name,
  share: 1,
  waitingMs,
  anatomy: 'queued',
  issues: [],
});
const interval = (to: string | null, ...blockedBy: Interval['blockedBy']): Interval => ({
  from: '2026-01-01T00:00:00.000Z',
  to,
  durationMs: blockedBy.reduce((sum, each) => sum + each.waitingMs, 0),
  waitingTeamId: 'Payments',
  phase: 'held',
  blockedBy,
});
const waits = (intervals: Interval[]): IssueWaits => ({
  issue: makeIssueRef(),
  createdAt: '2026-01-01T00:00:00.000Z',
  closedAt: null,
  dataCutOff: null,
  waitingMs: intervals.reduce((sum, each) => sum + each.durationMs, 0),
  intervals,
  flaggedMs: 0,
  flags: [],
  statuses: [],
  teams: [],
  assignees: [],
  links: [],
  mentions: [],
  mirrors: [],
});
const say = (intervals: Interval[]) => sentenceText(prepareIssueSentence(waits(intervals), {}));

describe('the sentence about an issue', () => {
  it('adds up what one team kept it waiting over several waits', () => {
    const ended = '2026-02-01T00:00:00.000Z';
    expect(say([interval(ended, on('Platform', days(3)), on('Data', days(4))), interval(ended, on('Platform', days(5)))])).toBe(
      'PAY-1 waited 12 d, two thirds of it on Platform.',
    );
  });

  it('tells that it still waits', () => {
    expect(say([interval(null, on('Platform', days(2)))])).toBe('PAY-1 waited 2 d, all of it on Platform, and it still waits.');
  });

  it('tells that it never waited', () => {
    expect(say([])).toBe('PAY-1 has never waited on another team.');
  });
});
