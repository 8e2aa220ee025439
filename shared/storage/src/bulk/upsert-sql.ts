import pg from 'pg';

const quote = pg.escapeIdentifier;

export interface UpsertPlan {
  readonly table: string;
  readonly columns: readonly string[];
  readonly keyColumns: readonly string[];
  /** A row whose values of these are equal is left alone. None: rows that are there are always left alone. */
  readonly compared: readonly string[];
}

/**
 * Writes what `source` (a FROM item named `s`) has and the table has not, or has differently. Unchanged rows are sorted
 * out before the insert: ON CONFLICT alone would lock, and so write, each of them. They are looked up one by one, since a
 * join of a small batch with a large table may be planned as a scan of all of it. Sorting ends the look-ups before the
 * first insert, so that they never wade through what this statement itself writes, and fills the key in its own order.
 */
export function upsertSql({ table, columns, keyColumns, compared }: UpsertPlan, source: string): string {
  const list = (names: readonly string[], prefix = '') => names.map((name) => prefix + quote(name)).join(', ');
  const overwritten = columns.filter((name) => !keyColumns.includes(name));
  const sameKey = keyColumns.map((name) => `t.${quote(name)} = s.${quote(name)}`).join(' and ');
  const differs = compared.length === 0 ? 'false' : `(${list(compared, 't.')}) is distinct from (${list(compared, 's.')})`;
  const onConflict =
    compared.length === 0
      ? 'do nothing'
      : `do update set ${overwritten.map((name) => `${quote(name)} = excluded.${quote(name)}`).join(', ')}
        where (${list(compared, 't.')}) is distinct from (${list(compared, 'excluded.')})`;
  return `
    insert into ${quote(table)} as t (${list(columns)})
    select ${list(columns, 's.')} from ${source}
    where (select ${differs} from ${quote(table)} t where ${sameKey}) is not false
    order by ${list(keyColumns, 's.')}
    on conflict (${list(keyColumns)}) ${onConflict}`;
}
