import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';

export interface TeamSummary {
  readonly id: string;
  readonly externalId: string;
  readonly key: string;
  readonly name: string;
  readonly url: string | null;
  readonly archivedAt: Date | null;
  readonly members: number;
  readonly issues: number;
  readonly openIssues: number;
}

/** Teams by id, those after `afterId`, with who and what they hold today. */
export async function listTeams(
  trx: DatabaseTransaction,
  organizationId: string,
  { afterId, limit }: { afterId: string | null; limit: number },
): Promise<TeamSummary[]> {
  const { rows } = await sql<TeamSummary>`
    with page as (
      select id, external_id, key, name, url, archived_at
      from team
      where organization_id = ${organizationId} ${afterId ? sql`and id > ${afterId}` : sql``}
      order by id
      limit ${limit}
    )
    select page.id, external_id as "externalId", key, name, url, archived_at as "archivedAt",
      (select count(*) from team_member m where m.organization_id = ${organizationId} and m.team_id = page.id) as members,
      coalesce(held.issues, 0) as issues, coalesce(held.open, 0) as "openIssues"
    from page
    left join (
      select i.team_id, count(*) as issues,
        count(*) filter (where i.closed_at is null and s.category in ('triage', 'backlog', 'unstarted', 'started')) as open
      from issue i
      left join workflow_status s on s.organization_id = i.organization_id and s.id = i.status_id
      where i.organization_id = ${organizationId} and i.team_id in (select id from page)
      group by i.team_id
    ) held on held.team_id = page.id
    order by page.id
  `.execute(trx);
  return rows;
}
