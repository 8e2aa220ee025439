import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** How many rows of a table an organization has: what a column must hold. */
export async function countRows(trx: Transaction<Tables>, organizationId: string, table: 'issue' | 'dependency'): Promise<number> {
  const row = await trx
    .selectFrom(table)
    .select((query) => query.fn.countAll<number>().as('rows'))
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return row.rows;
}
