import type { PlannedIssue } from '@speedtax/domain';
import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';

/** A dependency onto an initiative that is in force across teams now, with what both ends have planned. */
export interface PlannedDependency {
  readonly initiativeId: string;
  readonly initiativeTargetOn: string | null;
  readonly isExternal: boolean;
  readonly blockerIssueId: string;
  readonly blockedIssueId: string;
  readonly blocker: PlannedIssue;
  readonly blocked: PlannedIssue;
}

/** Far more than a person could look at; an initiative with more shows those of its oldest blockers. */
const maxDependencies = 20_000;

/** @param at which cycles are running is asked of this instant; their days are cut in `timeZone` */
export async function listPlannedDependencies(
  trx: DatabaseTransaction,
  organizationId: string,
  initiativeIds: readonly string[],
  { at, timeZone }: { at: Date; timeZone: string },
): Promise<PlannedDependency[]> {
  if (initiativeIds.length === 0) return [];
  const { rows } = await sql<PlannedDependency>`
    with links as (
      select initiative_id, is_external, since_at, blocker_issue_id, blocked_issue_id
      from initiative_blocker
      cross join lateral unnest(blocked_issue_ids) as blocked_issue_id
      where organization_id = ${organizationId} and initiative_id = any(${initiativeIds}::uuid[])
    ),
    running as (
      select distinct on (team_id) team_id, id
      from cycle
      where organization_id = ${organizationId} and starts_at <= ${at} and ends_at > ${at}
      order by team_id, starts_at desc
    ),
    -- Facts hold null where nobody set a priority; it is not known only of issues that cannot be seen.
    planned as (
      select i.id, jsonb_build_object(
        'category', s.category, 'priority', case when not i.is_stub then coalesce(i.priority, 0) end, 'cycleId', i.cycle_id, 'teamCycleId', running.id, 'dueOn', i.due_on,
        'cycleEndsOn', to_char((c.ends_at - interval '1 millisecond') at time zone ${timeZone}, 'YYYY-MM-DD'),
        'projectTargetOn', p.target_on
      ) as plan
      from issue i
      left join workflow_status s on s.organization_id = i.organization_id and s.id = i.status_id
      left join running on running.team_id = i.team_id
      left join cycle c on c.organization_id = i.organization_id and c.id = i.cycle_id
      left join project p on p.organization_id = i.organization_id and p.id = i.project_id
      where i.organization_id = ${organizationId}
        and (i.id in (select blocker_issue_id from links) or i.id in (select blocked_issue_id from links))
    )
    select l.initiative_id as "initiativeId", n.target_on as "initiativeTargetOn", l.is_external as "isExternal",
      l.blocker_issue_id as "blockerIssueId", l.blocked_issue_id as "blockedIssueId", blocker.plan as blocker, blocked.plan as blocked
    from links l
    join initiative n on n.organization_id = ${organizationId} and n.id = l.initiative_id
    join planned blocker on blocker.id = l.blocker_issue_id
    join planned blocked on blocked.id = l.blocked_issue_id
    order by l.initiative_id, l.since_at, l.blocker_issue_id, l.blocked_issue_id
    limit ${maxDependencies}
  `.execute(trx);
  return rows;
}
