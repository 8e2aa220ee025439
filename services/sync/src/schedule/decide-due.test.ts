import { describe, expect, it } from 'vitest';
import { decideDue } from './decide-due.ts';

const minuteMs = 60_000;
const now = Date.parse('2026-11-20T12:00:00Z');
const ago = (minutes: number) => new Date(now - minutes * minuteMs);
const intervals = { syncEveryMs: 5 * minuteMs, reconcileEveryMs: 24 * 60 * minuteMs };
const connection = {
  organizationId: 'o',
  connectionId: 'c',
  status: 'ready',
  unfinished: null,
  lastStartedAt: ago(6),
  lastCompleteAt: ago(60),
} as const;

describe('a connection', () => {
  it('is synced again when the interval is over', () => {
    expect(decideDue(connection, intervals, now)).toEqual({ start: 'incremental' });
  });

  it('is left alone before that', () => {
    expect(decideDue({ ...connection, lastStartedAt: ago(4) }, intervals, now)).toBeNull();
  });

  it('is reconciled once a day', () => {
    expect(decideDue({ ...connection, lastCompleteAt: ago(24 * 60) }, intervals, now)).toEqual({ start: 'reconcile' });
  });

  it('begins with a backfill', () => {
    expect(decideDue({ ...connection, status: 'pending', lastStartedAt: null, lastCompleteAt: null }, intervals, now)).toEqual({
      start: 'backfill',
    });
  });

  it('begins anew while no backfill has come to its end', () => {
    expect(decideDue({ ...connection, status: 'failing', lastCompleteAt: null }, intervals, now)).toEqual({ start: 'backfill' });
  });

  it.each(['queued', 'running'] as const)('goes on with a sync that is %s', (state) => {
    expect(decideDue({ ...connection, unfinished: { id: 's', state } }, intervals, now)).toEqual({ wake: 'sync', syncId: 's' });
  });

  it('gets the figures of a sync that has read everything', () => {
    expect(decideDue({ ...connection, unfinished: { id: 's', state: 'analyzing' } }, intervals, now)).toEqual({
      wake: 'analysis',
      syncId: 's',
    });
  });

  it('is not bothered with credentials that do not work', () => {
    expect(decideDue({ ...connection, status: 'unauthorized' }, intervals, now)).toBeNull();
  });
});
