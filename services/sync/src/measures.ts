import type { Metrics } from '@speedtax/runtime';

/** What is worth watching of syncs, as they go. */
export interface SyncMeasures {
  readonly pages: { inc(labels: { phase: string }): void };
  readonly budget: { set(labels: { connection: string }, left: number): void };
}

export function makeSyncMeasures(metrics: Metrics): SyncMeasures {
  return {
    pages: metrics.counter('speedtax_sync_pages_total', 'Pages read and written, by phase', ['phase']),
    budget: metrics.gauge('speedtax_rate_budget_left', 'Share of the tracker’s scarcest budget that is left, by connection', [
      'connection',
    ]),
  };
}
