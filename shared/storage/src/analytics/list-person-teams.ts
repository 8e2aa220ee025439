import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { knownAs } from './known-as.ts';

/** Today's teams of these people. */
export async function listPersonTeams(
  trx: DatabaseTransaction,
  organizationId: string,
  personIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const teamsOf = new Map<string, Set<string>>(personIds.map((id) => [id, new Set()]));
  if (personIds.length === 0) return teamsOf;
  const { rows } = await sql<{ person_id: string; team_id: string }>`
    with part as (
      select id as person_id, id from unnest(${[...teamsOf.keys()]}::uuid[]) as asked (id)
      union
      select n.canonical_id, n.id from identity n
      where n.organization_id = ${organizationId} and n.canonical_id = any(${[...teamsOf.keys()]}::uuid[])
    )
    select part.person_id, ${knownAs(organizationId, 'm.team_id')} as team_id
    from part join team_member m on m.organization_id = ${organizationId} and m.person_id = part.id
  `.execute(trx);
  for (const row of rows) teamsOf.get(row.person_id)?.add(row.team_id);
  return teamsOf;
}
