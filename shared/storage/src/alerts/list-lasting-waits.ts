import { sql, type Transaction } from 'kysely';
import { waitsOfIssues } from '../analytics/unpacked.ts';
import type { Tables } from '../tables.ts';

/** A wait of one issue on one team, that lasts to this day. */
export interface LastingWait {
  readonly issueId: string;
  readonly projectId: string | null;
  readonly waitingTeamId: string;
  readonly blockingTeamId: string;
  /** Without a break, whatever the blocking team was doing. */
  readonly since: Date;
  readonly blockerIssueIds: readonly string[];
}

/** Of one team where it is named. */
export async function listLastingWaits(
  trx: Transaction<Tables>,
  organizationId: string,
  { dataCutOffAt, waitingTeamId }: { dataCutOffAt: Date; waitingTeamId?: string },
): Promise<LastingWait[]> {
  const issueIds = sql`
    select issue_id from wait_episode where organization_id = ${organizationId} and to_at is null
      ${waitingTeamId ? sql`and team_id = ${waitingTeamId}` : sql``}`;
  const { rows } = await sql<LastingWait>`
    with joined as (
      select issue_id, waiting_team_id, blocking_team_id, range_agg(tstzrange(from_at, to_at)) as spans
      from ${waitsOfIssues(organizationId, issueIds, dataCutOffAt)}
      group by issue_id, waiting_team_id, blocking_team_id
      having bool_or(to_at is null)
    ),
    blocking as (
      select w.issue_id, w.waiting_team_id, w.blocking_team_id, array_agg(distinct blocker_id) as blocker_ids
      from ${waitsOfIssues(organizationId, issueIds, dataCutOffAt)} cross join lateral unnest(blocker_issue_ids) as blocker_id
      cross join lateral (select wait.issue_id, wait.waiting_team_id, wait.blocking_team_id) w
      where to_at is null
      group by w.issue_id, w.waiting_team_id, w.blocking_team_id
    )
    select issue_id as "issueId", i.project_id as "projectId", waiting_team_id as "waitingTeamId", blocking_team_id as "blockingTeamId",
      lower(span) as since, blocking.blocker_ids as "blockerIssueIds"
    from joined
    cross join lateral unnest(spans) as span
    join blocking using (issue_id, waiting_team_id, blocking_team_id)
    join issue i on i.organization_id = ${organizationId} and i.id = issue_id
    where upper_inf(span)
    order by lower(span), issue_id, blocking_team_id
  `.execute(trx);
  return rows;
}
