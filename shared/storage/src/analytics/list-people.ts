import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { knownAs } from './known-as.ts';

export interface PersonSummary {
  /** As figures know this person. */
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly active: boolean;
}

/** The people with these ids, by the id asked for, each as figures know this person; one that is not there is left out. */
export async function listPeople(
  trx: DatabaseTransaction,
  organizationId: string,
  ids: Iterable<string | null>,
): Promise<Map<string, PersonSummary>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<PersonSummary & { asked: string }>`
    with asked as (
      select id as asked, ${knownAs(organizationId, 'a.id')} as id from unnest(${wanted}::uuid[]) a(id)
    )
    select asked.asked, p.id, p.external_id as "externalId", p.name,
      p.active or exists (
        select from identity n join person o on o.organization_id = ${organizationId} and o.id = n.id
        where n.organization_id = ${organizationId} and n.canonical_id = p.id and o.active
      ) as active
    from asked join person p on p.organization_id = ${organizationId} and p.id = asked.id
  `.execute(trx);
  return new Map(rows.map(({ asked, ...person }) => [asked, person]));
}
