import { type AlertDeliveryRow, claimDue, insertAttempt, settleBatch } from '@speedtax/storage/alerts';
import type { NotifyContext } from '../context.ts';
import { decideOutcome } from './decide-outcome.ts';
import { readBatch } from './read-batch.ts';
import { type Answer, sendBatch } from './send-batch.ts';
import { settleInDoubt } from './settle-in-doubt.ts';

/** After so many messages of one organization others have their turn. */
const mostInTurn = 200;

/** Sends what is due of one organization, message by message, and notes what the receiver says to each. */
export function makeDeliverer(context: NotifyContext): (organizationId: string, signal?: AbortSignal) => Promise<void> {
  const { database, queue, logger, metrics, now } = context;
  const deliveries = metrics.counter('speedtax_deliveries_total', 'Messages sent to channels, by what became of them', ['kind', 'outcome']);

  return async (organizationId, signal) => {
    await database.inOrganization(organizationId, (trx) => settleInDoubt(trx, organizationId, new Date(now())));
    for (let sent = 0; sent < mostInTurn; sent++) {
      if (signal?.aborted) return;
      const batch = await database.inOrganization(organizationId, (trx) => claimDue(trx, organizationId, new Date(now())));
      const [first] = batch;
      if (first === undefined) return;
      await deliver(organizationId, first, batch);
    }
    await queue.enqueue('notify.deliver', { organizationId });
  };

  async function deliver(organizationId: string, { batch_id, attempts, channel_id }: AlertDeliveryRow, batch: readonly AlertDeliveryRow[]) {
    const batchId = batch_id ?? '';
    const startedAt = now();
    const read = await readBatch(context, organizationId, batch);
    const answer: Answer =
      'refused' in read ? { isOk: false, isFinal: true, answer: read.refused } : await sendBatch(context, read, batchId);
    const outcome = decideOutcome(answer, attempts, now());
    const at = new Date(now());
    // One transaction: what the log says and what becomes of the message cannot differ.
    await database.inOrganization(organizationId, async (trx) => {
      const noted = { batchId, no: attempts, channelId: channel_id, at, isOk: answer.isOk, answer: answer.answer };
      await insertAttempt(trx, organizationId, { ...noted, tookMs: Math.max(0, Math.round(now() - startedAt)) });
      await settleBatch(trx, organizationId, batchId, outcome, at);
    });
    deliveries.inc({ kind: 'refused' in read ? 'unknown' : read.channel.kind, outcome: outcome.state });
    logger.info({ organizationId, batchId, outcome: outcome.state, messages: batch.length }, 'message delivered or put back');
  }
}
