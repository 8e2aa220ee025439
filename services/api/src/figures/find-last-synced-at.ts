import type { DatabaseTransaction } from '@speedtax/storage/analytics';

/** The instant up to which every connection has been read; null while one has never been. */
export async function findLastSyncedAt(trx: DatabaseTransaction, organizationId: string): Promise<Date | null> {
  const rows = await trx.selectFrom('connection').select('last_synced_at').where('organization_id', '=', organizationId).execute();
  const instants = rows.map((row) => row.last_synced_at);
  if (instants.length === 0 || instants.includes(null)) return null;
  return instants.reduce((earliest, at) => (earliest && at && at < earliest ? at : earliest));
}
