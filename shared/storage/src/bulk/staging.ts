import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Transaction } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tables } from '../tables.ts';
import { contextOf } from '../transaction.ts';
import { type CopyColumn, encodeCopyRow } from './copy-text.ts';

const quote = pg.escapeIdentifier;
const chunkChars = 64 * 1024;

/** Row-level security forbids COPY into the tables themselves: rows go into a temporary copy first. */
export function stageName(table: string): string {
  return quote(`stage_${table}`);
}

/** The statement that makes an empty stage with some of a table's columns; it goes with the transaction. */
export function makeStageSql(table: string, columns: readonly CopyColumn[]): string {
  const names = columns.map(({ name }) => quote(name)).join(', ');
  return `drop table if exists ${stageName(table)}; create temporary table ${stageName(table)} on commit drop as select ${names} from ${quote(table)} with no data`;
}

export async function copyIntoStage(
  trx: Transaction<Tables>,
  table: string,
  columns: readonly CopyColumn[],
  rows: Iterable<object>,
): Promise<void> {
  const names = columns.map(({ name }) => quote(name)).join(', ');
  const stream = contextOf(trx).client.query(copyFrom(`copy ${stageName(table)} (${names}) from stdin`));
  await pipeline(Readable.from(encodeChunks(columns, rows)), stream);
}

function* encodeChunks(columns: readonly CopyColumn[], rows: Iterable<object>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += encodeCopyRow(columns, row as Record<string, unknown>);
    if (chunk.length >= chunkChars) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
