import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { contextOf } from '../transaction.ts';

/** What a bulk write must know of a table; read from the database once per process. */
export interface TableShape {
  readonly keyColumns: readonly string[];
  /** Columns that can be written, and how their values are. */
  readonly columns: ReadonlyMap<string, ColumnKind>;
}

export type ColumnKind = 'scalar' | 'array' | 'json';

/** @throws when the table does not exist */
export async function findTableShape(trx: Transaction<Tables>, table: keyof Tables): Promise<TableShape> {
  const { tableShapes } = contextOf(trx);
  const known = tableShapes.get(table);
  if (known) return known;
  const { rows } = await sql<{ name: string; is_generated: boolean; kind: ColumnKind; key_place: number | null }>`
    select a.attname as name, a.attgenerated <> '' as is_generated,
      case when t.typcategory = 'A' then 'array' when t.typname in ('json', 'jsonb') then 'json' else 'scalar' end as kind,
      array_position((i.indkey::int2[])[0 : i.indnkeyatts - 1], a.attnum) as key_place
    from pg_attribute a
    join pg_type t on t.oid = a.atttypid
    join pg_index i on i.indrelid = a.attrelid and i.indisprimary
    where a.attrelid = ${`public.${table}`}::regclass and a.attnum > 0 and not a.attisdropped
    order by a.attnum
  `.execute(trx);
  const shape: TableShape = {
    columns: new Map(rows.filter((row) => !row.is_generated).map((row) => [row.name, row.kind])),
    keyColumns: rows
      .filter((row) => row.key_place !== null)
      .sort((a, b) => Number(a.key_place) - Number(b.key_place))
      .map((row) => row.name),
  };
  tableShapes.set(table, shape);
  return shape;
}
