import type { DatabaseTransaction } from './database-transaction.ts';

/** By the id of a person or a team that another connection knew first: the id under which figures know it. Others are left out. */
export async function findKnownAs(trx: DatabaseTransaction, organizationId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('identity')
    .select(['id', 'canonical_id'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, canonical_id }) => [id, canonical_id]));
}
