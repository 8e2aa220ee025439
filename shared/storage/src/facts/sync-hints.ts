import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { FactTransaction } from './upsert-facts.ts';

/** Something of a tracker that is said to have changed. */
export interface SyncHint {
  readonly subject: 'issue' | 'everything';
  /** The tracker's own id; empty where it may be anything. */
  readonly externalId: string;
  readonly saysDeleted: boolean;
}

export interface NotedHint extends SyncHint {
  readonly notedAt: Date;
}

/** Leaves hints to be read soon. One that is there already becomes as young as this one. */
export async function noteSyncHints(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  hints: readonly SyncHint[],
  at: Date,
): Promise<void> {
  if (hints.length === 0) return;
  await sql`
    insert into sync_hint as known (organization_id, connection_id, subject, external_id, says_deleted, noted_at)
    select ${organizationId}, ${connectionId}, subject, "externalId", bool_or("saysDeleted"), ${at}
    from jsonb_to_recordset(${JSON.stringify(hints)}::jsonb) s(subject text, "externalId" text, "saysDeleted" boolean)
    group by subject, "externalId"
    on conflict (organization_id, connection_id, subject, external_id) do update
    set noted_at = greatest(known.noted_at + interval '1 millisecond', excluded.noted_at), says_deleted = known.says_deleted or excluded.says_deleted
  `.execute(trx);
}

/** The oldest first. */
export async function listSyncHints(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  limit: number,
): Promise<NotedHint[]> {
  const { rows } = await sql<NotedHint>`
    select subject, external_id as "externalId", says_deleted as "saysDeleted", noted_at as "notedAt" from sync_hint
    where organization_id = ${organizationId} and connection_id = ${connectionId}
    order by noted_at, subject, external_id limit ${limit}
  `.execute(trx);
  return rows;
}

/** Takes back hints that were followed; those that were left again meanwhile stay. */
export async function deleteSyncHints(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  hints: readonly NotedHint[],
): Promise<void> {
  if (hints.length === 0) return;
  await sql`
    delete from sync_hint h
    using jsonb_to_recordset(${JSON.stringify(hints)}::jsonb) s(subject text, "externalId" text, "notedAt" timestamptz)
    where h.organization_id = ${organizationId} and h.connection_id = ${connectionId}
      and h.subject = s.subject and h.external_id = s."externalId" and h.noted_at <= s."notedAt"
  `.execute(trx);
}

/** Connections of all organizations that have hints to follow; needs a transaction as system. */
export async function listHintedConnections(trx: FactTransaction, limit: number): Promise<FactPlace[]> {
  const { rows } = await sql<FactPlace>`
    select distinct organization_id as "organizationId", connection_id as "connectionId" from sync_hint limit ${limit}
  `.execute(trx);
  return rows;
}
