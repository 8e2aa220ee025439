import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import { type FactRow, type FactTransaction, upsertFacts } from './upsert-facts.ts';

export interface OwnerToday {
  readonly initiative_id: string;
  readonly owner_id: string | null;
}

/**
 * Stores changes of owner that histories tell, and notes a change that we see ourselves: the owner today differs from
 * the one last stored, and no history says since when. To be called before the initiatives are stored.
 */
export async function storeOwnerChanges(
  trx: FactTransaction,
  place: FactPlace,
  owners: readonly OwnerToday[],
  told: readonly FactRow<'initiative_owner_change'>[],
  seenAt: Date,
): Promise<number> {
  const { changed } = await upsertFacts(trx, place, 'initiative_owner_change', told);
  const { numAffectedRows = 0n } = await sql`
    insert into initiative_owner_change (organization_id, connection_id, initiative_id, at, from_person_id, to_person_id, source)
    select i.organization_id, i.connection_id, i.id, ${seenAt}, i.owner_id, s.owner_id, 'observed'
    from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) s(initiative_id uuid, owner_id uuid)
    join initiative i on i.organization_id = ${place.organizationId} and i.id = s.initiative_id and i.owner_id is distinct from s.owner_id
    where s.owner_id is distinct from (
      select c.to_person_id from initiative_owner_change c
      where c.organization_id = i.organization_id and c.initiative_id = i.id and c.source = 'history'
      order by c.at desc limit 1
    ) or not exists (
      select from initiative_owner_change c
      where c.organization_id = i.organization_id and c.initiative_id = i.id and c.source = 'history'
    )
    on conflict do nothing
  `.execute(trx);
  return changed + Number(numAffectedRows);
}
