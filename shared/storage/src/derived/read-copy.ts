import type { RawBuilder, Transaction } from 'kysely';
import { to as copyTo } from 'pg-copy-streams';
import type { Tables } from '../tables.ts';
import { contextOf } from '../transaction.ts';
import { CopyRow } from './copy-row.ts';

/** Twice the widest row that the loaders ask for, many times over; a longer one is a broken stream. */
const maxRowBytes = 1 << 20;
const headerBytes = 19;

/**
 * Streams the rows of a query in Postgres' binary format to `onRow`, which is handed the same object each time:
 * millions of rows leave no garbage behind. @returns the number of rows
 */
export async function readCopy(trx: Transaction<Tables>, query: RawBuilder<unknown>, onRow: (row: CopyRow) => void): Promise<number> {
  const { sql: text, parameters } = query.compile(trx);
  if (parameters.length > 0) throw new TypeError(`COPY takes no parameters, expected literals: ${text}`);
  const stream = contextOf(trx).client.query(copyTo(`copy (${text}) to stdout with (format binary)`));
  const row = new CopyRow();
  let pending: Buffer = Buffer.alloc(0);
  let headerLeft = headerBytes;
  let rows = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    if (pending.length < headerLeft) continue;
    let offset = headerLeft;
    headerLeft = 0;
    for (let end = row.read(pending, offset); end > 0; end = row.read(pending, offset)) {
      offset = end;
      rows += 1;
      onRow(row);
    }
    pending = pending.subarray(offset);
    if (pending.length > maxRowBytes) throw new RangeError(`A row of a COPY is over ${maxRowBytes} bytes, expected less: ${text}`);
  }
  return rows;
}
