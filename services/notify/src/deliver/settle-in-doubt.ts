import { listInDoubt, settleBatch } from '@speedtax/storage/alerts';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';

/** Longer than any send takes: whoever has claimed a message for longer than this is gone. */
export const leaseMs = 2 * 60_000;

const inDoubt = 'it was being sent when the process ended: nobody knows whether it arrived';

/**
 * What was being sent when a process was killed may have arrived. A signed webhook is sent again with the id it had: its receiver knows a
 * repetition. Slack, Teams and mailboxes do not, so that such a message is listed for a person to look at.
 */
export async function settleInDoubt(trx: DatabaseTransaction, organizationId: string, now: Date): Promise<void> {
  const batches = await listInDoubt(trx, organizationId, new Date(now.getTime() - leaseMs));
  for (const { batchId, channelKind } of batches) {
    const outcome =
      channelKind === 'webhook'
        ? ({ state: 'waiting', answer: inDoubt, dueAt: now } as const)
        : ({ state: 'dead', answer: inDoubt } as const);
    await settleBatch(trx, organizationId, batchId, outcome, now);
  }
}
