import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import type { AlertDeliveryRow } from './deliveries.ts';

export interface Attempt {
  readonly batchId: string;
  readonly no: number;
  readonly channelId: string;
  readonly at: Date;
  readonly isOk: boolean;
  readonly answer: string;
  readonly tookMs: number;
}

export async function insertAttempt(trx: Transaction<Tables>, organizationId: string, attempt: Attempt): Promise<void> {
  await trx
    .insertInto('alert_attempt')
    .values({
      organization_id: organizationId,
      batch_id: attempt.batchId,
      no: attempt.no,
      channel_id: attempt.channelId,
      at: attempt.at,
      is_ok: attempt.isOk,
      answer: attempt.answer,
      took_ms: attempt.tookMs,
    })
    .execute();
}

const mostAttempts = 2_000;

export async function listAttempts(trx: Transaction<Tables>, organizationId: string, batchIds: readonly string[]): Promise<Attempt[]> {
  if (batchIds.length === 0) return [];
  return trx
    .selectFrom('alert_attempt')
    .select(['batch_id as batchId', 'no', 'channel_id as channelId', 'at', 'is_ok as isOk', 'answer', 'took_ms as tookMs'])
    .where('organization_id', '=', organizationId)
    .where('batch_id', 'in', [...batchIds])
    .orderBy('at')
    .orderBy('no')
    .limit(mostAttempts)
    .execute();
}

export interface LoggedDelivery extends AlertDeliveryRow {
  readonly channelName: string;
  /** Null: a test. */
  readonly eventKind: string | null;
  readonly alertId: string | null;
  readonly subjectName: string | null;
}

/** What was and is to be sent, the latest first. */
export async function listDeliveries(
  trx: Transaction<Tables>,
  organizationId: string,
  question: {
    readonly id?: string;
    readonly state?: AlertDeliveryRow['state'] | undefined;
    readonly after?: { readonly madeAt: Date; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<LoggedDelivery[]> {
  const { id, state, after, limit } = question;
  const { rows } = await sql<LoggedDelivery>`
    select d.id, d.channel_id, d.subscription_id, d.event_id, d.recipient, d.state, d.is_digest, d.due_at, d.attempts, d.batch_id, d.claimed_at,
      d.answer, d.made_at, d.ended_at, c.name as "channelName", e.kind as "eventKind", e.alert_id as "alertId", a.subject_name as "subjectName"
    from alert_delivery d
    join alert_channel c on c.organization_id = d.organization_id and c.id = d.channel_id
    left join alert_event e on e.organization_id = d.organization_id and e.id = d.event_id
    left join alert a on a.organization_id = d.organization_id and a.id = e.alert_id
    where d.organization_id = ${organizationId}
      ${id ? sql`and d.id = ${id}` : sql``}
      ${state ? sql`and d.state = ${state}` : sql``}
      ${after ? sql`and (d.made_at, d.id) < (${after.madeAt}, ${after.id}::uuid)` : sql``}
    order by d.made_at desc, d.id desc
    limit ${limit}
  `.execute(trx);
  return rows;
}
