import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** Differs whenever facts may have changed: every page of a sync moves a cursor, and connections are deleted whole. */
export async function findFactsMark(trx: Transaction<Tables>, organizationId: string): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ',
      (select concat_ws(' ', count(*), max(updated_at)) from sync_cursor where organization_id = ${organizationId}),
      (select concat_ws(' ', count(*), max(finished_at)) from sync where organization_id = ${organizationId}),
      (select finished_at from analysis where organization_id = ${organizationId})
    ) as mark
  `.execute(trx);
  return rows[0]?.mark ?? '';
}
