import type { DatabaseTransaction } from '@speedtax/storage/analytics';

/** False: there is none. */
export async function deleteTreatment(trx: DatabaseTransaction, organizationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('treatment')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
