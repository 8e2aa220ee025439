import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { FactTransaction } from './upsert-facts.ts';

/** How a connection hears of changes. */
export interface Webhook {
  /** Sealed. */
  readonly secret: string;
  /** The tracker's own id of one that we made; null: somebody makes it by hand. */
  readonly externalId: string | null;
  readonly expiresAt: Date | null;
  /** Why we could not make it. */
  readonly refusal: string | null;
  readonly triedAt: Date | null;
  readonly lastDeliveryAt: Date | null;
}

export async function findWebhook(trx: FactTransaction, { organizationId, connectionId }: FactPlace): Promise<Webhook | undefined> {
  const { rows } = await sql<Webhook>`
    select secret, external_id as "externalId", expires_at as "expiresAt", refusal, tried_at as "triedAt", last_delivery_at as "lastDeliveryAt"
    from webhook where organization_id = ${organizationId} and connection_id = ${connectionId}
  `.execute(trx);
  return rows[0];
}

/** Gives a connection the secret that its deliveries are signed with, in place of the one it has. @param sealed never open */
export async function putWebhookSecret(trx: FactTransaction, { organizationId, connectionId }: FactPlace, sealed: string): Promise<void> {
  await sql`
    insert into webhook (organization_id, connection_id, secret) values (${organizationId}, ${connectionId}, ${sealed})
    on conflict (organization_id, connection_id) do update set secret = excluded.secret
  `.execute(trx);
}

/** We have made or renewed it, or tried to. */
export async function noteWebhookTried(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  { externalId, expiresAt, refusal, at }: Pick<Webhook, 'externalId' | 'expiresAt' | 'refusal'> & { at: Date },
): Promise<void> {
  await sql`
    update webhook set external_id = ${externalId}, expires_at = ${expiresAt}, refusal = ${refusal}, tried_at = ${at}
    where organization_id = ${organizationId} and connection_id = ${connectionId}
  `.execute(trx);
}

/** Retries come for six hours; what is older is refused for its age. */
const keptForMs = 3 * 24 * 60 * 60_000;

/** Notes that a delivery has come; false: it has come before. */
export async function noteDelivery(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  { id, at }: { id: string; at: Date },
): Promise<boolean> {
  await sql`
    delete from webhook_delivery
    where organization_id = ${organizationId} and connection_id = ${connectionId} and received_at < ${new Date(at.getTime() - keptForMs)}
  `.execute(trx);
  const { numAffectedRows = 0n } = await sql`
    insert into webhook_delivery (organization_id, connection_id, delivery_id, received_at)
    values (${organizationId}, ${connectionId}, ${id}, ${at}) on conflict do nothing
  `.execute(trx);
  if (numAffectedRows === 0n) return false;
  await sql`
    update webhook set last_delivery_at = ${at} where organization_id = ${organizationId} and connection_id = ${connectionId}
  `.execute(trx);
  return true;
}

/** Connections of all organizations whose webhook is to be made or renewed before `before`; needs a transaction as system. */
export async function listWebhooksDue(
  trx: FactTransaction,
  { expiringBefore, triedBefore, limit }: { expiringBefore: Date; triedBefore: Date; limit: number },
): Promise<FactPlace[]> {
  const { rows } = await sql<FactPlace>`
    select w.organization_id as "organizationId", w.connection_id as "connectionId"
    from webhook w join connection c on c.organization_id = w.organization_id and c.id = w.connection_id
    where c.paused_at is null and c.disconnected_at is null and c.status <> 'unauthorized'
      and (w.external_id is null or w.expires_at < ${expiringBefore}) and (w.tried_at is null or w.tried_at < ${triedBefore})
    order by w.tried_at nulls first limit ${limit}
  `.execute(trx);
  return rows;
}
