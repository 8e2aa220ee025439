import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Transaction } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tables } from '../tables.ts';
import { contextOf } from '../transaction.ts';
import { CopyWriter } from './copy-writer.ts';
import { stageName } from './staging.ts';
import { findTableShape } from './table-shape.ts';

export interface ColumnRows {
  readonly count: number;
  readonly columns: readonly string[];
  /** Writes the fields of a row, in the order of `columns`. */
  writeRow(row: number, out: CopyWriter): void;
}

const quote = pg.escapeIdentifier;

/**
 * Makes these rows the organization's only ones of a derived table, as `replaceRows` does; for tables of a million rows, which
 * never become objects. What all rows begin with is not sent with each. Rows that are as they were stay untouched: comparing one
 * costs less than writing it and its entries in the indexes, and leaves nothing to clean up and to send to replicas.
 */
export async function replaceColumns(
  trx: Transaction<Tables>,
  table: keyof Tables & string,
  derived: { readonly organization_id: string; readonly engine_version: number },
  rows: ColumnRows,
): Promise<void> {
  const { client } = contextOf(trx);
  const stage = stageName(table);
  if (rows.count === 0) {
    await client.query(`delete from ${quote(table)}`);
    return;
  }
  // Like the table in how it stores: what is compressed for the stage would stay so.
  await client.query(`
    drop table if exists ${stage};
    create temporary table ${stage} (like ${quote(table)} including storage) with (toast_tuple_target = 8160) on commit drop;
    alter table ${stage} alter organization_id set default ${pg.escapeLiteral(derived.organization_id)},
      alter engine_version set default ${Number(derived.engine_version)}`);
  const stream = client.query(copyFrom(`copy ${stage} (${rows.columns.map(quote).join(', ')}) from stdin with (format binary)`));
  await pipeline(Readable.from(writeChunks(rows)), stream);
  const { keyColumns } = await findTableShape(trx, table);
  const isSameKey = keyColumns.map((key) => `own.${quote(key)} = former.${quote(key)}`).join(' and ');
  // A table that was empty when it was last counted would be scanned anew for each row, with all that this statement has inserted.
  await client.query(`
    set local enable_nestloop = off;
    delete from ${quote(table)} as former where not exists (select from ${stage} as own where ${isSameKey} and own *= former);
    insert into ${quote(table)} select * from ${stage} as own
      where not exists (select from ${quote(table)} as former where ${isSameKey});
    set local enable_nestloop to default;
    drop table ${stage}`);
}

function* writeChunks({ count, columns, writeRow }: ColumnRows): Generator<Buffer> {
  const out = new CopyWriter();
  for (let row = 0; row < count; row += 1) {
    out.beginRow(columns.length);
    writeRow(row, out);
    if (out.isFull) yield out.take();
  }
  out.endRows();
  yield out.take();
}
