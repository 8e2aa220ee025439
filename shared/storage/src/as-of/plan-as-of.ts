import { type RawBuilder, sql } from 'kysely';
import { knownBy, type PastTable } from './past-table.ts';

/** An initiative with the status and owner it had: what `companyAsOf` of the engine says, in SQL. */
export function initiativeAsOf(at: RawBuilder<unknown>): PastTable {
  const changes = sql`from public.initiative_owner_change c where c.organization_id = own.organization_id and c.initiative_id = own.id`;
  const owner = sql`(
    select case
      when before.at is not null then before.to_person_id
      when later.at is not null then later.from_person_id
      else own.owner_id
    end
    from (select 1) one
    left join lateral (select c.at, c.to_person_id ${changes} and c.at <= ${at} order by c.at desc, c.source desc limit 1) before on true
    left join lateral (select c.at, c.from_person_id ${changes} and c.at > ${at} order by c.at, c.source limit 1) later on true)`;
  const { columns, where } = projectAsOf(at);
  return { columns: { ...columns, owner_id: owner }, where };
}

/** The leads of projects have no history: today's. */
export function projectAsOf(at: RawBuilder<unknown>): PastTable {
  const isEnded = sql`own.status = 'canceled' or (own.status = 'completed' and coalesce(own.completed_at, ${at}) <= ${at})`;
  return {
    columns: {
      status: sql`case
        when own.status = 'planned' or ${isEnded} then own.status
        when own.started_at > ${at} then 'planned'
        else 'active'
      end`,
      started_at: knownBy('started_at', at),
      completed_at: knownBy('completed_at', at),
      closed_at: knownBy('closed_at', at),
    },
    where: sql`own.created_at <= ${at}`,
  };
}
