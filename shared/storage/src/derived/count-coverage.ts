import { sql, type Transaction } from 'kysely';
import type { CoverageByConnection, CoverageCounts, Tables } from '../tables.ts';
import { mentionsByConnection } from './mentions-by-connection.ts';

/** What is known of each connection's facts, and what is not. */
export async function countCoverage(trx: Transaction<Tables>, organizationId: string): Promise<CoverageByConnection> {
  const { rows } = await sql<CoverageCounts & { connectionId: string }>`
    with issue_gaps as (
      select i.connection_id, i.is_stub, i.team_id is null as no_team, s.category is null as no_status, i.history_read_at is null as no_history
      from issue i
      left join workflow_status s on s.organization_id = i.organization_id and s.id = i.status_id
      where i.organization_id = ${organizationId}
    ),
    issues as (
      select connection_id,
        count(*) filter (where not is_stub) as issues,
        count(*) filter (where not is_stub and no_team) as no_team,
        count(*) filter (where not is_stub and no_status) as no_status,
        count(*) filter (where not is_stub and no_history) as no_history,
        count(*) filter (where not is_stub and (no_team or no_status or no_history)) as with_gap,
        count(*) filter (where is_stub) as unseen
      from issue_gaps
      group by connection_id
    ),
    -- Ends of links that only a history names, by a key that no issue we can see has ever had.
    named as (
      select connection_id, count(distinct other_key) as unseen_keys
      from issue_link_change l
      where organization_id = ${organizationId} and not exists (
        select from issue_key k
        where k.organization_id = l.organization_id and k.connection_id = l.connection_id and k.key = l.other_key
      )
      group by connection_id
    ),
    mentions as (${mentionsByConnection(organizationId)}),
    dependencies as (
      select connection_id, count(*) as dependencies, count(*) filter (where from_at is null) as unknown_start
      from dependency
      where organization_id = ${organizationId}
      group by connection_id
    )
    select c.id as "connectionId", coalesce(i.issues, 0) as issues, coalesce(no_team, 0) as "issuesWithoutTeam",
      coalesce(no_status, 0) as "issuesWithUnknownStatus", coalesce(no_history, 0) as "issuesWithoutHistory",
      coalesce(unseen, 0) + coalesce(unseen_keys, 0) as "unseenIssues", coalesce(with_gap, 0) as "issuesWithGap",
      coalesce(d.dependencies, 0) as dependencies, coalesce(unknown_start, 0) as "dependenciesWithUnknownStart",
      coalesce(m.mentions, 0) as mentions,
      (
        select count(*) from sync_problem p
        where p.organization_id = c.organization_id and p.connection_id = c.id and p.sync_id = (
          select s.id from sync s where s.organization_id = c.organization_id and s.connection_id = c.id order by s.created_at desc limit 1
        )
      ) as problems
    from connection c
    left join issues i on i.connection_id = c.id
    left join named n on n.connection_id = c.id
    left join dependencies d on d.connection_id = c.id
    left join mentions m on m.connection_id = c.id
    where c.organization_id = ${organizationId}
  `.execute(trx);
  return Object.fromEntries(rows.map(({ connectionId, ...counts }) => [connectionId, counts]));
}
