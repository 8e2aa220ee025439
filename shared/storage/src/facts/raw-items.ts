import { hash } from 'node:crypto';
import type { FactPlace } from './fact-place.ts';
import { type FactTransaction, type StoredFacts, upsertFacts } from './upsert-facts.ts';

export interface RawItem {
  readonly kind: string;
  readonly externalId: string;
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
