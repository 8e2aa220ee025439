import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import { type FactTransaction, type StoredFacts, upsertFacts } from './upsert-facts.ts';

export interface RawName {
  readonly kind: string;
  readonly externalId: string;
}

export interface RawItem extends RawName {
  readonly payload: unknown;
}

/** Keeps what the tracker sent, so that it can be mapped again without fetching again. Equal payloads are not rewritten. */
export async function upsertRawItems(
  trx: FactTransaction,
  place: FactPlace,
  items: readonly RawItem[],
  fetchedAt: Date,
): Promise<StoredFacts> {
  const rows = items.map(({ kind, externalId, payload }) => ({
    kind,
    external_id: externalId,
    // Bulk writes take JSON as values.
    payload: payload as string,
    content_hash: hash('sha1', JSON.stringify(payload), 'base64url'),
    fetched_at: fetchedAt,
  }));
  return upsertFacts(trx, place, 'raw_item', rows, { compare: ['content_hash'] });
}

/** What is kept of one kind, in the order of ids. */
export async function listRawItems(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  { kind, afterId, limit }: { kind: string; afterId: string | null; limit: number },
): Promise<RawItem[]> {
  const { rows } = await sql<RawItem>`
    select kind, external_id as "externalId", payload from raw_item
    where organization_id = ${organizationId} and connection_id = ${connectionId} and kind = ${kind}
      ${afterId === null ? sql`` : sql`and external_id > ${afterId}`}
    order by external_id limit ${limit}
  `.execute(trx);
  return rows;
}

const listedAtOnce = 5_000;
/** Words of a tracker, or its plans; not all of its work. */
const maxListed = 500_000;

/** Everything that is kept of some kinds. */
export async function listAllRawItems(trx: FactTransaction, place: FactPlace, kinds: readonly string[]): Promise<RawItem[]> {
  const all: RawItem[] = [];
  for (const kind of kinds) {
    for (let afterId: string | null = null, isMore = true; isMore; ) {
      const page = await listRawItems(trx, place, { kind, afterId, limit: listedAtOnce });
      all.push(...page);
      if (all.length > maxListed) throw new Error(`${kinds.join(', ')}: expected no more than ${maxListed} kept items`);
      afterId = page.at(-1)?.externalId ?? afterId;
      isMore = page.length === listedAtOnce;
    }
  }
  return all;
}

/** What is kept of one kind about some things, in no order. */
export async function listRawItemsOf(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  kind: string,
  externalIds: readonly string[],
): Promise<RawItem[]> {
  if (externalIds.length === 0) return [];
  const { rows } = await sql<RawItem>`
    select kind, external_id as "externalId", payload from raw_item
    where organization_id = ${organizationId} and connection_id = ${connectionId} and kind = ${kind} and external_id = any(${externalIds}::text[])
  `.execute(trx);
  return rows;
}

export async function countRawItems(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  kinds: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ items: number }>`
    select count(*) as items from raw_item
    where organization_id = ${organizationId} and connection_id = ${connectionId} and kind = any(${kinds}::text[])
  `.execute(trx);
  return rows[0]?.items ?? 0;
}

/** Of things that have one name among these kinds only: what is kept of them under another one goes. */
export async function forgetFormerNames(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  names: readonly RawName[],
  kinds: readonly string[],
): Promise<void> {
  if (names.length === 0) return;
  await sql`
    delete from raw_item t
    using jsonb_to_recordset(${JSON.stringify(names)}::jsonb) s(kind text, "externalId" text)
    where t.organization_id = ${organizationId} and t.connection_id = ${connectionId} and t.kind = any(${kinds}::text[])
      and t.external_id = s."externalId" and t.kind <> s.kind
  `.execute(trx);
}

export async function deleteRawItems(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  kinds: readonly string[],
  externalIds: readonly string[],
): Promise<void> {
  if (externalIds.length === 0) return;
  await sql`
    delete from raw_item
    where organization_id = ${organizationId} and connection_id = ${connectionId} and kind = any(${kinds}::text[]) and external_id = any(${externalIds}::text[])
  `.execute(trx);
}
