import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { isCanonical } from './known-as.ts';

export interface TeamName {
  readonly id: string;
  readonly externalId: string;
  readonly key: string;
  readonly name: string;
}

/** Every team, by id; one that several trackers know once. */
export async function listTeamNames(trx: DatabaseTransaction, organizationId: string): Promise<Map<string, TeamName>> {
  const { rows } = await sql<TeamName>`
    select t.id, t.external_id as "externalId", t.key, t.name from team t
    where t.organization_id = ${organizationId} and ${isCanonical(organizationId, 't')}
    order by t.id
  `.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
}
