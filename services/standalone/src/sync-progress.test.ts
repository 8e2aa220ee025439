import { describe, expect, it } from 'vitest';
import { formatProgress } from './sync-progress.ts';

describe('the progress of a sync in the terminal', () => {
  it('says what it waits for before there is anything to count', () => {
    expect(formatProgress({ state: 'queued', phase: null, done: 0, total: null })).toBe('Sync  waiting for its turn');
  });

  it('fills its bar by the share that is done', () => {
    const line = formatProgress({ state: 'running', phase: 'issues', done: 1500, total: 3000 });
    expect(line).toBe(`Sync  ${'█'.repeat(12)}${'░'.repeat(12)}  50 %  issues 1500 of 3000`);
  });

  it('never shows more than everything', () => {
    expect(formatProgress({ state: 'running', phase: 'issues', done: 12, total: 10 })).toContain('100 %');
  });

  it('says that figures are being computed', () => {
    expect(formatProgress({ state: 'analyzing', phase: 'settle', done: 0, total: null })).toBe('Sync  computing the figures');
  });
});
