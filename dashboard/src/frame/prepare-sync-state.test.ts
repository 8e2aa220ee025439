import { describe, expect, it } from 'vitest';
import { prepareSyncState, sayProgress } from './prepare-sync-state.ts';

const connection = { id: 'a', name: 'Linear', status: 'ready' as const, statusReason: null, lastSyncedAt: '2026-01-01T00:00:00Z' };
const coverage = { covered: 0.98, lastSyncedAt: '2026-01-01T00:00:00.000Z' };
const twoMinutesLater = Date.parse('2026-01-01T00:02:00Z');

describe('the line about freshness', () => {
  it('says how old the data is and how much of it is known', () => {
    expect(prepareSyncState([connection], new Map(), coverage, twoMinutesLater)).toEqual({
      tone: 'calm',
      words: '2 min ago · 98 % covered',
      share: null,
    });
  });

  it('turns doubtful when a tenth of the data has gaps', () => {
    expect(prepareSyncState([connection], new Map(), { ...coverage, covered: 0.89 }, twoMinutesLater).tone).toBe('doubtful');
  });

  it('names the connection that refuses us before anything else', () => {
    const refused = { ...connection, id: 'b', name: 'Old Linear', status: 'unauthorized' as const };
    expect(prepareSyncState([connection, refused], new Map(), coverage, twoMinutesLater)).toMatchObject({
      tone: 'broken',
      words: 'Old Linear refuses us',
    });
  });

  it('says that nothing is connected rather than that nothing is wrong', () => {
    expect(prepareSyncState([], new Map(), coverage, twoMinutesLater).words).toBe('nothing connected');
  });
});

describe('progress in words', () => {
  it('tells the phase and how far it is', () => {
    expect(sayProgress({ state: 'running', phase: 'issues', done: 1240, total: 6000 })).toBe('issues: 1,240 of 6,000');
  });

  it('gives no total where none is known', () => {
    expect(sayProgress({ state: 'running', phase: 'issue-history', done: 12, total: null })).toBe('issue history: 12');
  });
});
