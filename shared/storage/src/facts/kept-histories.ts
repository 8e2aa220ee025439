import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { FactTransaction } from './upsert-facts.ts';

/** Things that are kept under one name, and their histories under another. */
export interface KeptHistories {
  readonly kind: string;
  readonly historyKind: string;
}

/** Those that came anew since their history was read, in the order of ids. */
export async function listKeptBehind(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  { kind, historyKind }: KeptHistories,
  { afterId, limit }: { afterId: string | null; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.external_id as id from raw_item t
    left join raw_item h on h.organization_id = t.organization_id and h.connection_id = t.connection_id
      and h.kind = ${historyKind} and h.external_id = t.external_id
    where t.organization_id = ${organizationId} and t.connection_id = ${connectionId} and t.kind = ${kind}
      and (h.fetched_at is null or h.fetched_at < t.fetched_at)
      ${afterId === null ? sql`` : sql`and t.external_id > ${afterId}`}
    order by t.external_id limit ${limit}
  `.execute(trx);
  return rows.map(({ id }) => id);
}

/** Their histories have been read, also where these are as they were. */
export async function noteHistoriesRead(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  { kind, historyKind }: KeptHistories,
  externalIds: readonly string[],
): Promise<void> {
  await sql`
    update raw_item h set fetched_at = t.fetched_at from raw_item t
    where h.organization_id = ${organizationId} and h.connection_id = ${connectionId} and h.kind = ${historyKind}
      and h.external_id = any(${externalIds}::text[]) and t.organization_id = h.organization_id and t.connection_id = h.connection_id
      and t.kind = ${kind} and t.external_id = h.external_id and h.fetched_at < t.fetched_at
  `.execute(trx);
}
