import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Transaction } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tables } from '../tables.ts';
import { contextOf } from '../transaction.ts';
import { CopyWriter } from './copy-writer.ts';
import { makeStageSql, stageName } from './staging.ts';

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
  const names = rows.columns.map(quote).join(', ');
  await client.query(`delete from ${quote(table)}`);
  if (rows.count === 0) return;
  await client.query(
    makeStageSql(
      table,
      rows.columns.map((name) => ({ name, kind: 'scalar' })),
    ),
  );
  const stream = client.query(copyFrom(`copy ${stageName(table)} (${names}) from stdin with (format binary)`));
  await pipeline(Readable.from(writeChunks(rows)), stream);
  await client.query({
    text: `insert into ${quote(table)} (organization_id, engine_version, ${names}) select $1::uuid, $2::int, ${names} from ${stageName(table)}`,
    values: [derived.organization_id, derived.engine_version],
  });
  await client.query(`drop table ${stageName(table)}`);
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
