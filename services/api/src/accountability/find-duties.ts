import type { Duty } from '@speedtax/contract';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';
import { presentPerson } from '../present/present-person.ts';

interface DutyFilter {
  readonly personIds?: readonly string[];
  readonly afterId?: string | null;
  readonly limit: number;
}

/** Registered duties of people who are there, by the person's id; of those whom several trackers know the latest. */
export async function findDuties(trx: DatabaseTransaction, organizationId: string, filter: DutyFilter): Promise<Duty[]> {
  const { personIds, afterId = null, limit } = filter;
  if (personIds?.length === 0) return [];
  const rows = await trx
    .selectFrom('duty as d')
    .leftJoin('identity as n', (join) => join.onRef('n.organization_id', '=', 'd.organization_id').onRef('n.id', '=', 'd.person_id'))
    .innerJoin('person as p', (join) =>
      join
        .onRef('p.organization_id', '=', 'd.organization_id')
        .on((on) => on('p.id', '=', on.fn.coalesce('n.canonical_id', 'd.person_id'))),
    )
    .distinctOn('p.id')
    .select(['p.id', 'p.external_id as externalId', 'p.name as personName', 'p.active'])
    .select(['d.name', 'd.note', 'd.registered_by as registeredBy', 'd.registered_at as registeredAt'])
    .where('d.organization_id', '=', organizationId)
    .$if(personIds !== undefined, (query) => query.where('p.id', 'in', personIds ?? []))
    .$if(afterId !== null, (query) => query.where('p.id', '>', afterId as string))
    .orderBy('p.id')
    .orderBy('d.registered_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, externalId, personName, active, registeredAt, ...rest }) => ({
    person: presentPerson({ id, externalId, name: personName, active }),
    ...rest,
    registeredAt: registeredAt.toISOString(),
  }));
}
