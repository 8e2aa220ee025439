import type { Metrics } from '@speedtax/runtime';
import { type SyncContext, settingsOf } from './context.ts';
import { handleSyncDue } from './jobs/sync-due.ts';
import { handleSyncStep } from './jobs/sync-step.ts';
import { makeSyncMeasures } from './measures.ts';

const dueEveryMs = 60_000;

/** Takes sync jobs until the queue is closed; what an earlier process left unfinished is taken up at once. */
export async function startSyncService({ metrics, ...given }: SyncContext & { readonly metrics?: Metrics }): Promise<void> {
  const context: SyncContext = metrics ? { ...given, measures: makeSyncMeasures(metrics) } : given;
  const { concurrency } = settingsOf(context);
  await context.queue.work('sync.step', (payload, signal) => handleSyncStep(context, payload, signal), { concurrency });
  await context.queue.work('sync.due', () => handleSyncDue(context), { concurrency: 1 });
  await context.queue.repeat('sync.due', {}, dueEveryMs);
  await handleSyncDue(context);
}
