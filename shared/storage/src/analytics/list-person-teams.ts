import type { DatabaseTransaction } from './database-transaction.ts';

/** Today's teams of these people. */
export async function listPersonTeams(
  trx: DatabaseTransaction,
  organizationId: string,
  personIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const teamsOf = new Map<string, Set<string>>(personIds.map((id) => [id, new Set()]));
  if (personIds.length === 0) return teamsOf;
  const rows = await trx
    .selectFrom('team_member')
    .select(['person_id', 'team_id'])
    .where('organization_id', '=', organizationId)
    .where('person_id', 'in', [...teamsOf.keys()])
    .execute();
  for (const row of rows) teamsOf.get(row.person_id)?.add(row.team_id);
  return teamsOf;
}
