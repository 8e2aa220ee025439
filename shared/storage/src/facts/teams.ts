import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { FactRow, FactTransaction } from './upsert-facts.ts';

/** Teams among these that are stored with another key. Every key of their issues changes with it, and the tracker may not say so. */
export async function countRekeyedTeams(
  trx: FactTransaction,
  { organizationId }: FactPlace,
  teams: readonly FactRow<'team'>[],
): Promise<number> {
  if (teams.length === 0) return 0;
  const { rows } = await sql<{ rekeyed: number }>`
    select count(*) as rekeyed from jsonb_to_recordset(${JSON.stringify(teams)}::jsonb) s(id uuid, key text)
    join team t on t.organization_id = ${organizationId} and t.id = s.id and t.key <> s.key
  `.execute(trx);
  return rows[0]?.rekeyed ?? 0;
}
