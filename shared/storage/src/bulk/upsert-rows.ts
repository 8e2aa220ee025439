import type { Insertable, Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from '../tables.ts';
import { contextOf } from '../transaction.ts';
import { cleanJson } from './clean-text.ts';
import type { CopyColumn } from './copy-text.ts';
import { copyIntoStage, makeStageSql, stageName } from './staging.ts';
import { type RejectedRow, storeOrReject } from './store-or-reject.ts';
import { findTableShape, type TableShape } from './table-shape.ts';
import { type UpsertPlan, upsertSql } from './upsert-sql.ts';

export interface UpsertOptions<T extends keyof Tables> {
  /**
   * The columns that tell whether a row has changed, such as a hash of the rest. Default: all that are written.
   * Empty: rows that are there already are left as they are.
   */
  readonly compare?: readonly (keyof Tables[T] & string)[];
}

export interface UpsertResult<Row> {
  /** Rows inserted or updated; those that were equal already do not count. */
  readonly changed: number;
  /** Rows the database cannot hold; all others are stored. */
  readonly rejected: readonly RejectedRow<Row>[];
}

/** Up to here one parameter of JSON is faster than a staging table. */
const mostRowsAsJson = 50;

/**
 * Inserts rows, or updates those of the same primary key that differ. Of several rows with one key the last one counts.
 * A column that is missing in a row is null; one that no row has is not touched. JSON columns take values, not texts.
 */
export async function upsertRows<T extends keyof Tables & string>(
  trx: Transaction<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
  { compare }: UpsertOptions<T> = {},
): Promise<UpsertResult<Insertable<Tables[T]>>> {
  if (rows.length === 0) return { changed: 0, rejected: [] };
  const shape = await findTableShape(trx, table);
  const columns = columnsOf(table, shape, rows);
  const names = columns.map(({ name }) => name);
  const unkeyed = shape.keyColumns.find((name) => !names.includes(name));
  if (unkeyed) throw new TypeError(`Rows for ${table} lack '${unkeyed}', a part of its key`);
  const plan: UpsertPlan = {
    table,
    columns: names,
    keyColumns: shape.keyColumns,
    compared: compare ?? names.filter((name) => !shape.keyColumns.includes(name)),
  };
  return storeOrReject(lastOfEachKey(rows, shape), (batch) =>
    undoneWhenItFails(trx, () => (batch.length <= mostRowsAsJson ? storeAsJson(trx, plan, batch) : storeByCopy(trx, plan, columns, batch))),
  );
}

async function storeAsJson(trx: Transaction<Tables>, plan: UpsertPlan, rows: readonly object[]): Promise<number> {
  const source = `jsonb_populate_recordset(null::${pg.escapeIdentifier(plan.table)}, $1) s`;
  const { rowCount } = await contextOf(trx).client.query(upsertSql(plan, source), [cleanJson(rows)]);
  return rowCount ?? 0;
}

async function storeByCopy(
  trx: Transaction<Tables>,
  plan: UpsertPlan,
  columns: readonly CopyColumn[],
  rows: readonly object[],
): Promise<number> {
  const { client } = contextOf(trx);
  await client.query(makeStageSql(plan.table, columns));
  await copyIntoStage(trx, plan.table, columns, rows);
  const { rowCount } = await client.query(upsertSql(plan, `${stageName(plan.table)} s`));
  return rowCount ?? 0;
}

async function undoneWhenItFails(trx: Transaction<Tables>, run: () => Promise<number>): Promise<number> {
  const { client } = contextOf(trx);
  await client.query('savepoint bulk');
  try {
    const changed = await run();
    await client.query('release savepoint bulk');
    return changed;
  } catch (error) {
    await client.query('rollback to savepoint bulk');
    throw error;
  }
}

function columnsOf(table: string, shape: TableShape, rows: readonly object[]): CopyColumn[] {
  const names = new Set<string>();
  for (const row of rows) for (const name in row) names.add(name);
  return [...names].map((name) => {
    const kind = shape.columns.get(name);
    if (!kind) throw new TypeError(`Table ${table} has no column '${name}'`);
    return { name, kind };
  });
}

function lastOfEachKey<Row extends object>(rows: readonly Row[], { keyColumns }: TableShape): readonly Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) byKey.set(keyOf(row as Record<string, unknown>, keyColumns), row);
  return byKey.size === rows.length ? rows : [...byKey.values()];
}

function keyOf(row: Record<string, unknown>, keyColumns: readonly string[]): string {
  let key = '';
  for (const name of keyColumns) {
    const value = row[name];
    key += `${value instanceof Date ? value.getTime() : String(value)}\0`;
  }
  return key;
}
