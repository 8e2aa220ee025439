import type { ConnectionSyncs } from '@speedtax/storage/facts';

/** What a connection needs now; null: nothing. */
export type Due =
  | { readonly wake: 'sync' | 'analysis'; readonly syncId: string }
  | { readonly start: 'backfill' | 'incremental' | 'reconcile' }
  | null;

export interface Intervals {
  readonly syncEveryMs: number;
  readonly reconcileEveryMs: number;
}

/**
 * An unfinished sync is taken up again: its wake-up may have been lost with the process that was to hear it. A connection
 * whose credentials do not work is left alone until somebody starts a sync.
 */
export function decideDue({ status, unfinished, lastStartedAt, lastCompleteAt }: ConnectionSyncs, intervals: Intervals, now: number): Due {
  if (unfinished) return { wake: unfinished.state === 'analyzing' ? 'analysis' : 'sync', syncId: unfinished.id };
  if (status === 'unauthorized') return null;
  if (!lastStartedAt) return { start: 'backfill' };
  if (now - lastStartedAt.getTime() < intervals.syncEveryMs) return null;
  if (!lastCompleteAt) return { start: 'backfill' };
  return { start: now - lastCompleteAt.getTime() >= intervals.reconcileEveryMs ? 'reconcile' : 'incremental' };
}
