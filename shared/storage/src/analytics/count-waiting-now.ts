import type { DatabaseTransaction } from './database-transaction.ts';

/** Issues that wait at the data cut-off, by the team that owns them. */
export async function countWaitingNow(trx: DatabaseTransaction, organizationId: string): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom('wait_episode')
    .select(['team_id', (query) => query.fn.countAll<number>().as('issues')])
    .where('organization_id', '=', organizationId)
    .where('to_at', 'is', null)
    .groupBy('team_id')
    .execute();
  return new Map(rows.map((row) => [row.team_id, row.issues]));
}
