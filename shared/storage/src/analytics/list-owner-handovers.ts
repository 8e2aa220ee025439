import type { DatabaseTransaction } from './database-transaction.ts';

export interface OwnerHandoverRow {
  readonly initiativeId: string;
  readonly at: Date;
  readonly fromPersonId: string | null;
}

/** Every known change of owner of these initiatives, by initiative and in order of time. */
export async function listOwnerHandovers(
  trx: DatabaseTransaction,
  organizationId: string,
  initiativeIds: readonly string[],
): Promise<OwnerHandoverRow[]> {
  if (initiativeIds.length === 0) return [];
  return trx
    .selectFrom('initiative_owner_change')
    .select(['initiative_id as initiativeId', 'at', 'from_person_id as fromPersonId'])
    .where('organization_id', '=', organizationId)
    .where('initiative_id', 'in', initiativeIds)
    .orderBy('initiative_id')
    .orderBy('at')
    .execute();
}
