import type { JobPayload } from '@speedtax/queue';
import type { SyncContext } from '../context.ts';
import { runStep } from '../step/run-step.ts';

/** A wake-up for a connection: does a turn's work, and asks for another one while there is more. */
export async function handleSyncStep(context: SyncContext, payload: JobPayload<'sync.step'>, signal: AbortSignal): Promise<void> {
  const { organizationId, connectionId } = payload;
  const { again, analyzeSyncId } = await runStep(context, { organizationId, connectionId }, signal);
  if (analyzeSyncId !== null) await context.queue.enqueue('analysis.run', { organizationId, syncId: analyzeSyncId });
  if (again) await context.queue.enqueue('sync.step', payload, { delayMs: Math.ceil(again.inMs) });
}
