import type { Insertable, Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from '../tables.ts';
import { contextOf } from '../transaction.ts';
import { copyIntoStage, makeStageSql, stageName } from './staging.ts';
import { findTableShape } from './table-shape.ts';

/**
 * Makes these rows the organization's only ones of a table. Rows are taken one by one, so a generator needs no memory
 * for them; readers see the old ones until the transaction ends.
 * @returns the number of rows written
 */
export async function replaceRows<T extends keyof Tables & string>(
  trx: Transaction<Tables>,
  table: T,
  rows: Iterable<Insertable<Tables[T]>>,
): Promise<number> {
  const shape = await findTableShape(trx, table);
  const columns = [...shape.columns].map(([name, kind]) => ({ name, kind }));
  const names = columns.map(({ name }) => pg.escapeIdentifier(name)).join(', ');
  const { client } = contextOf(trx);
  await client.query(makeStageSql(table, columns));
  await copyIntoStage(trx, table, columns, rows);
  // Row-level security confines the delete to the transaction's organization.
  await client.query(`delete from ${pg.escapeIdentifier(table)}`);
  const { rowCount } = await client.query(`insert into ${pg.escapeIdentifier(table)} (${names}) select ${names} from ${stageName(table)}`);
  await client.query(`drop table ${stageName(table)}`);
  return rowCount ?? 0;
}
