import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';

/** The first day of the organization on which anything of an initiative was in play; null where nothing ever was. */
export async function findFirstInitiativeDay(
  trx: DatabaseTransaction,
  organizationId: string,
  initiativeId?: string,
): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select least(
      (select min(month + days[1]) from initiative_team_month_sum
        where organization_id = ${organizationId} ${initiativeId ? sql`and initiative_id = ${initiativeId}` : sql``}),
      (select min(since_day) from open_sum
        where organization_id = ${organizationId} and subject = 'initiativeTeam' ${initiativeId ? sql`and a_id = ${initiativeId}` : sql``})
    ) as day
  `.execute(trx);
  return rows[0]?.day ?? null;
}
