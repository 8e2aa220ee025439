import { sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { FactPlace } from './fact-place.ts';
import { type FactRow, type FactTransaction, upsertFacts } from './upsert-facts.ts';

/** Tables that only say that two things belong together, and whose pairs they are. */
const pairTables = {
  team_member: ['team_id', 'person_id'],
  initiative_parent: ['initiative_id', 'parent_id'],
  project_initiative: ['project_id', 'initiative_id'],
  project_team: ['project_id', 'team_id'],
  project_member: ['project_id', 'person_id'],
} as const satisfies Partial<Record<keyof Tables, readonly [string, string]>>;
export type PairTable = keyof typeof pairTables;

/**
 * Makes these rows the only ones: of the given owners (the first column of the pair), or of the whole connection where
 * no owners are given. Rows that stay are not touched.
 * @returns the number of rows added and removed
 */
export async function replaceSet<T extends PairTable>(
  trx: FactTransaction,
  place: FactPlace,
  table: T,
  rows: readonly FactRow<T>[],
  ownerIds?: readonly string[],
): Promise<number> {
  const [owner, member] = pairTables[table].map((name) => sql.ref(name)) as [ReturnType<typeof sql.ref>, ReturnType<typeof sql.ref>];
  const ofOwners = ownerIds ? sql`and t.${owner} = any(${ownerIds}::uuid[])` : sql``;
  const { numAffectedRows = 0n } = await sql`
    delete from ${sql.table(table)} t
    where t.organization_id = ${place.organizationId} and t.connection_id = ${place.connectionId} ${ofOwners}
      and not exists (
        select from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) s(${owner} uuid, ${member} uuid)
        where s.${owner} = t.${owner} and s.${member} = t.${member}
      )
  `.execute(trx);
  const { changed } = await upsertFacts(trx, place, table, rows, { compare: [] });
  return Number(numAffectedRows) + changed;
}
