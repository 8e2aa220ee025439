import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Transaction } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tables } from '../tables.ts';
import { contextOf } from '../transaction.ts';
import { CopyWriter } from './copy-writer.ts';
import { stageName } from './staging.ts';

export interface ColumnRows {
  readonly count: number;
  readonly columns: readonly string[];
  /** Writes the fields of a row, in the order of `columns`. */
  writeRow(row: number, out: CopyWriter): void;
}

const quote = pg.escapeIdentifier;

/**
 * Makes these rows the organization's only ones of a derived table, as `replaceRows` does; for tables of a million rows, which
 * never become objects. What all rows begin with is not sent with each.
 */
export async function replaceColumns(
  trx: Transaction<Tables>,
  table: keyof Tables & string,
  derived: { readonly organization_id: string; readonly engine_version: number },
  rows: ColumnRows,
): Promise<void> {
  const { client } = contextOf(trx);
  const stage = stageName(table);
  await client.query(`delete from ${quote(table)}`);
  if (rows.count === 0) return;
  // Like the table in how it stores: what is compressed for the stage would stay so.
  await client.query(`
    drop table if exists ${stage};
    create temporary table ${stage} (like ${quote(table)} including storage) with (toast_tuple_target = 8160) on commit drop;
    alter table ${stage} alter organization_id set default ${pg.escapeLiteral(derived.organization_id)},
      alter engine_version set default ${Number(derived.engine_version)}`);
  const stream = client.query(copyFrom(`copy ${stage} (${rows.columns.map(quote).join(', ')}) from stdin with (format binary)`));
  await pipeline(Readable.from(writeChunks(rows)), stream);
  await client.query(`insert into ${quote(table)} select * from ${stage}; drop table ${stage}`);
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
