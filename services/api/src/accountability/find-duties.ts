import type { Duty } from '@speedtax/contract';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';
import { presentPerson } from '../present/present-person.ts';

interface DutyFilter {
  readonly personIds?: readonly string[];
  readonly afterId?: string | null;
  readonly limit: number;
}

/** Registered duties of people who are there, by the person's id. */
export async function findDuties(trx: DatabaseTransaction, organizationId: string, filter: DutyFilter): Promise<Duty[]> {
  const { personIds, afterId = null, limit } = filter;
  if (personIds?.length === 0) return [];
  const rows = await trx
    .selectFrom('duty as d')
    .innerJoin('person as p', (join) => join.onRef('p.organization_id', '=', 'd.organization_id').onRef('p.id', '=', 'd.person_id'))
    .select(['p.id', 'p.external_id as externalId', 'p.name as personName', 'p.active'])
    .select(['d.name', 'd.note', 'd.registered_by as registeredBy', 'd.registered_at as registeredAt'])
    .where('d.organization_id', '=', organizationId)
    .$if(personIds !== undefined, (query) => query.where('d.person_id', 'in', personIds ?? []))
    .$if(afterId !== null, (query) => query.where('d.person_id', '>', afterId as string))
    .orderBy('d.person_id')
    .limit(limit)
    .execute();
  return rows.map(({ id, externalId, personName, active, registeredAt, ...rest }) => ({
    person: presentPerson({ id, externalId, name: personName, active }),
    ...rest,
    registeredAt: registeredAt.toISOString(),
  }));
}
