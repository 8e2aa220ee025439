import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import { type FactRow, type FactTransaction, upsertFacts } from './upsert-facts.ts';

/**
 * Makes these the standing ones; those that stand no more end at `readAt`, when that was seen. Null: nothing was seen, but they do
 * not count as such any more; then they never were.
 */
export async function replaceProjectDependencies(
  trx: FactTransaction,
  place: FactPlace,
  rows: readonly FactRow<'project_dependency'>[],
  readAt: Date | null,
): Promise<number> {
  const others = sql`where organization_id = ${place.organizationId} and connection_id = ${place.connectionId} and to_at is null
      and not id = any(${rows.map(({ id }) => id)}::uuid[])`;
  const { numAffectedRows = 0n } = await (readAt === null
    ? sql`delete from project_dependency ${others}`
    : sql`update project_dependency set to_at = greatest(from_at, ${readAt}) ${others}`
  ).execute(trx);
  const { changed } = await upsertFacts(trx, place, 'project_dependency', rows);
  return Number(numAffectedRows) + changed;
}
