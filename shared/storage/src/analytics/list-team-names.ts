import type { DatabaseTransaction } from './database-transaction.ts';

export interface TeamName {
  readonly id: string;
  readonly externalId: string;
  readonly key: string;
  readonly name: string;
}

/** Every team, by id. */
export async function listTeamNames(trx: DatabaseTransaction, organizationId: string): Promise<Map<string, TeamName>> {
  const rows = await trx
    .selectFrom('team')
    .select(['id', 'external_id as externalId', 'key', 'name'])
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
