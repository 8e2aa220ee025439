import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Formers } from './memory.ts';

/** A fact that was so when it was last analyzed, that is so now, or both. */
export type Versioned<R> = R & { readonly isBefore: boolean; readonly isAfter: boolean };

interface VersionQuestion {
  readonly table: 'issue' | 'issue_change' | 'issue_flag' | 'dependency';
  /** Of a row `r`. */
  readonly columns: RawBuilder<unknown>;
  readonly key: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  readonly formers: Formers;
  readonly onlyFormers?: boolean;
}

export async function readVersions<R>(
  trx: Transaction<Tables>,
  { table, columns, key, where, formers, onlyFormers = false }: VersionQuestion,
): Promise<Versioned<R>[]> {
  const former = JSON.stringify([...formers.values()].filter((row) => row !== null));
  const asTheyAre = sql`
    select ${columns}, not (${key} = any(${[...formers.keys()]}::text[])) as "isBefore", true as "isAfter"
    from ${sql.table(table)} r where ${where}
    union all`;
  const { rows } = await sql<Versioned<R>>`
    ${onlyFormers ? sql`` : asTheyAre}
    select ${columns}, true as "isBefore", false as "isAfter"
    from jsonb_populate_recordset(null::${sql.table(table)}, ${former}::jsonb) r where ${where}
  `.execute(trx);
  return rows;
}
