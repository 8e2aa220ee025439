import { randomUUID } from 'node:crypto';
import { type Selectable, sql, type Transaction } from 'kysely';
import type { AlertTables } from '../alert-tables.ts';
import type { Tables } from '../tables.ts';

export type AlertDeliveryRow = Omit<Selectable<AlertTables['alert_delivery']>, 'organization_id'>;

export interface NewDelivery {
  readonly channelId: string;
  readonly subscriptionId: string | null;
  readonly eventId: string | null;
  readonly recipient: string | null;
  readonly isDigest: boolean;
  readonly dueAt: Date;
}

/** Puts messages to the outbox. Call it in the transaction that decides on them. @returns their ids */
export async function insertDeliveries(
  trx: Transaction<Tables>,
  organizationId: string,
  deliveries: readonly NewDelivery[],
  madeAt: Date,
): Promise<string[]> {
  if (deliveries.length === 0) return [];
  const rows = deliveries.map((delivery) => ({
    organization_id: organizationId,
    id: randomUUID(),
    channel_id: delivery.channelId,
    subscription_id: delivery.subscriptionId,
    event_id: delivery.eventId,
    recipient: delivery.recipient,
    state: 'waiting' as const,
    is_digest: delivery.isDigest,
    due_at: delivery.dueAt,
    made_at: madeAt,
  }));
  await trx.insertInto('alert_delivery').values(rows).execute();
  return rows.map(({ id }) => id);
}

/** What has not been sent yet of an alert that is over is not news any more. */
export async function dropUnsent(
  trx: Transaction<Tables>,
  organizationId: string,
  { alertId, answer, at }: { alertId: string; answer: string; at: Date },
): Promise<Set<string>> {
  const { rows } = await sql<{ subscription_id: string | null; recipient: string | null }>`
    update alert_delivery d set state = 'dropped', answer = ${answer}, ended_at = ${at}
    from alert_event e
    where d.organization_id = ${organizationId} and d.state = 'waiting' and d.attempts = 0
      and e.organization_id = d.organization_id and e.id = d.event_id and e.alert_id = ${alertId} and e.kind in ('raised', 'reminded')
    returning d.subscription_id, d.recipient
  `.execute(trx);
  return new Set(rows.map(({ subscription_id, recipient }) => `${subscription_id} ${recipient ?? ''}`));
}

/** More than this many messages in one digest would not be read. */
const mostTogether = 50;

/**
 * Takes the next message that is due, with all that its digest holds: from now on it is being sent. A batch keeps its id over all attempts.
 * Several processes may ask at once: each gets another.
 */
export async function claimDue(trx: Transaction<Tables>, organizationId: string, now: Date): Promise<AlertDeliveryRow[]> {
  const { rows } = await sql<AlertDeliveryRow>`
    with first as (
      select id, channel_id, subscription_id, recipient, is_digest, batch_id from alert_delivery
      where organization_id = ${organizationId} and state = 'waiting' and due_at <= ${now}
      order by due_at, id limit 1 for update skip locked
    ),
    together as (
      select d.id from alert_delivery d, first
      where d.organization_id = ${organizationId} and d.state = 'waiting' and d.due_at <= ${now}
        and (d.id = first.id or (first.batch_id is not null and d.batch_id = first.batch_id) or (
          first.batch_id is null and first.is_digest and d.is_digest and d.batch_id is null
          and d.subscription_id = first.subscription_id and d.recipient is not distinct from first.recipient
        ))
      order by d.due_at, d.id limit ${mostTogether} for update of d skip locked
    )
    update alert_delivery d
    set state = 'sending', claimed_at = ${now}, attempts = attempts + 1, batch_id = coalesce(d.batch_id, (select coalesce(batch_id, ${randomUUID()}::uuid) from first))
    from together where d.organization_id = ${organizationId} and d.id = together.id
    returning d.id, d.channel_id, d.subscription_id, d.event_id, d.recipient, d.state, d.is_digest, d.due_at, d.attempts, d.batch_id, d.claimed_at, d.answer, d.made_at, d.ended_at
  `.execute(trx);
  return rows.toSorted((a, b) => a.due_at.getTime() - b.due_at.getTime() || (a.id < b.id ? -1 : 1));
}

export type Outcome =
  | { readonly state: 'sent' | 'dead'; readonly answer: string }
  | { readonly state: 'waiting'; readonly answer: string; readonly dueAt: Date };

/** What became of a batch that was being sent. */
export async function settleBatch(
  trx: Transaction<Tables>,
  organizationId: string,
  batchId: string,
  outcome: Outcome,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('alert_delivery')
    .set({
      state: outcome.state,
      answer: outcome.answer,
      claimed_at: null,
      ...(outcome.state === 'waiting' ? { due_at: outcome.dueAt } : { ended_at: at }),
    })
    .where('organization_id', '=', organizationId)
    .where('batch_id', '=', batchId)
    .where('state', '=', 'sending')
    .execute();
}

/** What a process was sending when it ended: nobody knows whether it arrived. @returns by batch, with the kind of channel */
export async function listInDoubt(
  trx: Transaction<Tables>,
  organizationId: string,
  claimedBefore: Date,
): Promise<{ batchId: string; channelKind: AlertTables['alert_channel']['kind'] }[]> {
  return trx
    .selectFrom('alert_delivery as d')
    .innerJoin('alert_channel as c', (join) => join.onRef('c.organization_id', '=', 'd.organization_id').onRef('c.id', '=', 'd.channel_id'))
    .select(['d.batch_id as batchId', 'c.kind as channelKind'])
    .distinct()
    .where('d.organization_id', '=', organizationId)
    .where('d.state', '=', 'sending')
    .where('d.claimed_at', '<', claimedBefore)
    .$narrowType<{ batchId: string }>()
    .execute();
}

/** One that is dead is sent again. It is a message of its own. @returns false: there is none that is dead */
export async function reviveDelivery(trx: Transaction<Tables>, organizationId: string, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('alert_delivery')
    .set({ state: 'waiting', due_at: at, attempts: 0, batch_id: null, ended_at: null, is_digest: false })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('state', '=', 'dead')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Of `asSystem`: whose outbox has something that is due, or that a process left behind. */
export async function listOrganizationsWithDue(
  trx: Transaction<Tables>,
  { now, claimedBefore, limit }: { now: Date; claimedBefore: Date; limit: number },
): Promise<string[]> {
  const rows = await trx
    .selectFrom('alert_delivery')
    .select('organization_id')
    .distinct()
    .where(({ and, eb, or }) =>
      or([
        and([eb('state', '=', 'waiting'), eb('due_at', '<=', now)]),
        and([eb('state', '=', 'sending'), eb('claimed_at', '<', claimedBefore)]),
      ]),
    )
    .limit(limit)
    .execute();
  return rows.map((row) => row.organization_id);
}
