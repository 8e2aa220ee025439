import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { allExternalIds, isCanonical, knownAs } from './known-as.ts';

export interface TeamSummary {
  readonly id: string;
  readonly externalId: string;
  /** In all trackers that know it, `externalId` first. */
  readonly externalIds: string[];
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
      select id, external_id, ${allExternalIds(organizationId, 'team')} as external_ids, key, name, url, archived_at
      from team
      where organization_id = ${organizationId} and ${isCanonical(organizationId, 'team')} ${afterId ? sql`and id > ${afterId}` : sql``}
      order by id
      limit ${limit}
    ),
    part as (
      select id as team_id, id from page
      union all
      select page.id, n.id from page join identity n on n.organization_id = ${organizationId} and n.canonical_id = page.id
    )
    select page.id, external_id as "externalId", external_ids as "externalIds", key, name, url, archived_at as "archivedAt",
      (
        select count(distinct ${knownAs(organizationId, 'm.person_id')})
        from part join team_member m on m.organization_id = ${organizationId} and m.team_id = part.id
        where part.team_id = page.id
      ) as members,
      coalesce(held.issues, 0) as issues, coalesce(held.open, 0) as "openIssues"
    from page
    left join (
      select part.team_id, count(*) as issues,
        count(*) filter (where i.closed_at is null and s.category in ('triage', 'backlog', 'unstarted', 'started')) as open
      from part
      join issue i on i.organization_id = ${organizationId} and i.team_id = part.id
      left join workflow_status s on s.organization_id = i.organization_id and s.id = i.status_id
      group by part.team_id
    ) held on held.team_id = page.id
    order by page.id
  `.execute(trx);
  return rows;
}
