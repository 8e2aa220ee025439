import type { IdentityKind } from '@speedtax/contract';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';

/** What both of them are; undefined: not two people, nor two teams, that are there. */
export async function findIdentityKind(
  trx: DatabaseTransaction,
  organizationId: string,
  ids: readonly [string, string],
): Promise<IdentityKind | undefined> {
  for (const kind of ['person', 'team'] as const) {
    const rows = await trx.selectFrom(kind).select('id').where('organization_id', '=', organizationId).where('id', 'in', ids).execute();
    if (rows.length === 2) return kind;
  }
  return undefined;
}
