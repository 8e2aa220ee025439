import pg from 'pg';

export interface ColumnOfTable {
  readonly table: string;
  readonly name: string;
  /** Postgres' own name: int4, _text, … */
  readonly type: string;
  readonly isNullable: boolean;
  /** Must be given on insert. */
  readonly isRequired: boolean;
}

/** Every column of our own tables, as the database has them. */
export async function listColumns(url: string): Promise<ColumnOfTable[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<ColumnOfTable>(`
      select table_name as "table", column_name as name, udt_name as type, is_nullable = 'YES' as "isNullable",
        is_nullable = 'NO' and column_default is null and is_generated = 'NEVER' and is_identity = 'NO' as "isRequired"
      from information_schema.columns
      where table_schema = 'public' and table_name not in ('migration', 'migration_lock')
      order by table_name, ordinal_position`);
    return rows;
  } finally {
    await client.end();
  }
}
