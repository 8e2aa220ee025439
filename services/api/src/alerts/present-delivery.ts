import type { Delivery } from '@speedtax/contract';
import type { Attempt, LoggedDelivery } from '@speedtax/storage/alerts';

export function presentDelivery(row: LoggedDelivery, attempts: readonly Attempt[]): Delivery {
  const { alertId, eventKind, subjectName } = row;
  return {
    id: row.id,
    channelId: row.channel_id,
    channelName: row.channelName,
    about: alertId === null || eventKind === null || subjectName === null ? null : { alertId, event: eventKind, subjectName },
    recipient: row.recipient,
    state: row.state,
    digest: row.is_digest,
    dueAt: row.due_at.toISOString(),
    madeAt: row.made_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    answer: row.answer,
    attempts: attempts
      .filter(({ batchId }) => batchId === row.batch_id)
      .map(({ no, at, isOk, answer, tookMs }) => ({ no, at: at.toISOString(), ok: isOk, answer, tookMs })),
  };
}
