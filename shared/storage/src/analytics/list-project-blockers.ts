import { sql } from 'kysely';
import type { PlanStatusName } from '../tables.ts';
import type { DatabaseTransaction } from './database-transaction.ts';

export interface ProjectBlocker {
  readonly initiativeId: string;
  /** The blocking project is not part of the initiative. */
  readonly isExternal: boolean;
  readonly sinceAt: Date;
  readonly blocker: ProjectInBrief;
  readonly blocked: readonly ProjectInBrief[];
}

export interface ProjectInBrief {
  readonly projectId: string;
  readonly name: string;
  readonly url: string | null;
  readonly status: PlanStatusName;
  readonly targetOn: string | null;
}

const maxProjectBlockers = 5_000;

/** Unfinished projects that the tracker says block an unfinished project of these initiatives now, oldest first. */
export async function listProjectBlockers(
  trx: DatabaseTransaction,
  organizationId: string,
  initiativeIds: readonly string[],
  at: Date,
): Promise<ProjectBlocker[]> {
  if (initiativeIds.length === 0) return [];
  const brief = (alias: string) =>
    sql.raw(`jsonb_build_object('projectId', ${alias}.id, 'name', ${alias}.name, 'url', ${alias}.url,
      'status', ${alias}.status, 'targetOn', ${alias}.target_on)`);
  const { rows } = await sql<ProjectBlocker>`
    with recursive family (top, id) as (
      select id, id from unnest(${initiativeIds}::uuid[]) as id
      union
      select family.top, p.initiative_id
      from initiative_parent p join family on p.organization_id = ${organizationId} and p.parent_id = family.id
    ),
    member as (
      select distinct family.top, l.project_id
      from family join project_initiative l on l.organization_id = ${organizationId} and l.initiative_id = family.id
    )
    select m.top as "initiativeId", own.project_id is null as "isExternal", min(d.from_at) as "sinceAt",
      ${brief('blocker')} as blocker, jsonb_agg(${brief('blocked')} order by d.from_at, blocked.id) as blocked
    from member m
    join project_dependency d on d.organization_id = ${organizationId} and d.blocked_project_id = m.project_id
      and d.from_at <= ${at} and (d.to_at is null or d.to_at > ${at})
    join project blocker on blocker.organization_id = ${organizationId} and blocker.id = d.blocker_project_id
      and blocker.status in ('planned', 'active') and blocker.closed_at is null
    join project blocked on blocked.organization_id = ${organizationId} and blocked.id = d.blocked_project_id
      and blocked.status in ('planned', 'active') and blocked.closed_at is null
    left join member own on own.top = m.top and own.project_id = blocker.id
    group by m.top, own.project_id, blocker.id, blocker.name, blocker.url, blocker.status, blocker.target_on
    order by m.top, min(d.from_at), blocker.id
    limit ${maxProjectBlockers}
  `.execute(trx);
  return rows;
}
