import type { RawBuilder, Transaction } from 'kysely';
import { CopyOut } from '../bulk/copy-out.ts';
import type { Tables } from '../tables.ts';
import { contextOf } from '../transaction.ts';
import { CopyRow } from './copy-row.ts';

/**
 * Reads the rows of a query in Postgres' binary format with `onRow`, which is handed the same object each time: millions of rows
 * leave no garbage behind. @returns the number of rows
 */
export async function readCopy(trx: Transaction<Tables>, query: RawBuilder<unknown>, onRow: (row: CopyRow) => void): Promise<number> {
  const { sql: text, parameters } = query.compile(trx);
  if (parameters.length > 0) throw new TypeError(`COPY takes no parameters, expected literals: ${text}`);
  const row = new CopyRow();
  let rows = 0;
  const copy = new CopyOut(`copy (${text}) to stdout with (format binary)`, (buffer, start) => {
    if (!row.read(buffer, start)) return;
    rows += 1;
    onRow(row);
  });
  contextOf(trx).client.query(copy);
  await copy.done;
  return rows;
}
