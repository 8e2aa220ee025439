import { type RawBuilder, sql } from 'kysely';
import { knownBy, type PastTable } from './past-table.ts';

/**
 * An issue with the team, status and assignee it had: by its history, as the engine replays it. Looked up per issue shown;
 * columns that a query does not ask for cost nothing.
 */
export function issueAsOf(at: RawBuilder<unknown>): PastTable {
  const ended = sql`coalesce(own.completed_at, own.canceled_at)`;
  const cameToday = sql`coalesce(${ended}, own.started_at, own.updated_at)`;
  return {
    columns: {
      team_id: fieldAsOf('team', at, sql`own.team_id`, sql`own.updated_at`),
      status_id: fieldAsOf('status', at, unlessWithoutHistory(cameToday, at), cameToday),
      assignee_id: fieldAsOf('assignee', at, sql`own.assignee_id`, sql`own.updated_at`),
      started_at: knownBy('started_at', at),
      updated_at: lastUpdate(at),
      completed_at: knownBy('completed_at', at),
      canceled_at: knownBy('canceled_at', at),
      closed_at: sql`(
        select case when before.at is null then ${knownBy('closed_at', at)} when before.to_id is not null then before.at end
        from (select 1) one left join lateral ${lastChange('closed', at)} before on true)`,
    },
    where: sql`own.created_at <= ${at}`,
  };
}

/** The last change by then; else what the first one after it left; else what the issue says of itself, if that came by then. */
function fieldAsOf(
  field: 'team' | 'status' | 'assignee',
  at: RawBuilder<unknown>,
  today: RawBuilder<unknown>,
  todayCameAt: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`(
    select case
      when before.at is null and later.at is null then ${today}
      when before.at is null then later.from_id::uuid
      when later.at is null and ${todayCameAt} <= ${at} then ${today}
      else before.to_id::uuid
    end
    from (select 1) one
    left join lateral ${lastChange(field, at)} before on true
    left join lateral (
      select c.at, c.from_id from public.issue_change c
      where c.organization_id = own.organization_id and c.issue_id = own.id and c.field = ${sql.lit(field)} and c.at > ${at}
      order by c.at, c.external_id limit 1
    ) later on true)`;
}

/** When it was last touched by then: edits of its words are dated by the last one only. */
function lastUpdate(at: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when own.updated_at <= ${at} then own.updated_at else greatest(own.created_at, (
    select max(c.at) from public.issue_change c
    where c.organization_id = own.organization_id and c.issue_id = own.id and c.at <= ${at})) end`;
}

function lastChange(field: string, at: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select c.at, c.to_id from public.issue_change c
    where c.organization_id = own.organization_id and c.issue_id = own.id and c.field = ${sql.lit(field)} and c.at <= ${at}
    order by c.at desc, c.external_id desc limit 1)`;
}

/** Before its change log is read an issue is known from its own timestamps only: what lies before them is not known. */
function unlessWithoutHistory(cameToday: RawBuilder<unknown>, at: RawBuilder<unknown>): RawBuilder<unknown> {
  const hasMoved = sql`coalesce(own.started_at, own.completed_at, own.canceled_at) is not null`;
  return sql`case when own.history_read_at is null and ${hasMoved} and ${cameToday} > ${at} then null else own.status_id end`;
}
