import { sql, type Transaction } from 'kysely';
import { derivedTables } from '../derived/delete-analysis.ts';
import type { Tables } from '../tables.ts';

/**
 * Empty temporary tables with the names of the derived ones, which Postgres finds first: what is written and read from here on is
 * theirs, by the same queries. For a transaction that is thrown away.
 */
export async function shadowDerived(trx: Transaction<Tables>): Promise<void> {
  for (const table of derivedTables) {
    const like = sql`like ${sql.table(`public.${table}`)} including defaults including indexes`;
    await sql`create temporary table ${sql.table(table)} (${like}) on commit drop`.execute(trx);
  }
}
