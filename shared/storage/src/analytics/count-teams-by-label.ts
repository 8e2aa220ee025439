import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';

/** How many teams have issues with each of these labels, whoever the issues block. */
export async function countTeamsByLabel(
  trx: DatabaseTransaction,
  organizationId: string,
  labels: readonly string[],
): Promise<Map<string, number>> {
  if (labels.length === 0) return new Map();
  const { rows } = await sql<{ label: string; teams: number }>`
    select label, count(distinct coalesce(n.canonical_id, i.team_id)) as teams
    from issue i
    left join identity n on n.organization_id = ${organizationId} and n.id = i.team_id
    cross join lateral unnest(labels) as label
    where i.organization_id = ${organizationId} and labels && ${labels}::text[] and label = any(${labels}::text[])
    group by label
  `.execute(trx);
  return new Map(rows.map((row) => [row.label, row.teams]));
}
