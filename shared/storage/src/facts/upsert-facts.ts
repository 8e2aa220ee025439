import type { Insertable, Transaction } from 'kysely';
import type { RejectedRow } from '../bulk/store-or-reject.ts';
import { type UpsertOptions, upsertRows } from '../bulk/upsert-rows.ts';
import type { Tables } from '../tables.ts';
import { columnsOfPlace, type FactPlace } from './fact-place.ts';

/** What facts are written in: one page, one transaction. */
export type FactTransaction = Transaction<Tables>;

/** Tables whose rows name a connection. */
export type ConnectedTable = { [T in keyof Tables]: 'connection_id' extends keyof Tables[T] ? T : never }[keyof Tables] & string;

/** A row as mappers give it: whose it is is added here. */
export type FactRow<T extends ConnectedTable> = Omit<Insertable<Tables[T]>, 'organization_id' | 'connection_id'>;

export interface StoredFacts {
  readonly changed: number;
  readonly rejected: readonly RejectedRow<unknown>[];
}

/** Inserts rows of facts, or updates those that differ. Columns that no row has keep what they hold. */
export async function upsertFacts<T extends ConnectedTable>(
  trx: FactTransaction,
  place: FactPlace,
  table: T,
  rows: readonly FactRow<T>[],
  options: UpsertOptions<T> = {},
): Promise<StoredFacts> {
  const whose = columnsOfPlace(place);
  return upsertRows(
    trx,
    table,
    rows.map((row) => ({ ...whose, ...row }) as unknown as Insertable<Tables[T]>),
    options,
  );
}
