import { sql } from 'kysely';
import type { FactTransaction } from './upsert-facts.ts';

interface AlikeIssues {
  readonly connectionId: string;
  readonly copyId: string;
  readonly issueId: string;
}

/**
 * Finds the issues that one tracker keeps alike with another's. Of the two that of the older connection counts, as with people and teams;
 * the other is its copy. Where an id stands for issues of several sites, the one that an address on the other side names is meant.
 */
export async function settleMirrors(trx: FactTransaction, organizationId: string): Promise<void> {
  const alike = JSON.stringify(await listAlike(trx, organizationId));
  const given = sql`jsonb_to_recordset(${alike}::jsonb) s("connectionId" uuid, "copyId" uuid, "issueId" uuid)`;
  await sql`
    delete from issue_mirror t where organization_id = ${organizationId}
      and not exists (select from ${given} where s."copyId" = t.copy_id and s."issueId" = t.issue_id)
  `.execute(trx);
  await sql`
    insert into issue_mirror (organization_id, connection_id, copy_id, issue_id)
    select ${organizationId}, s."connectionId", s."copyId", s."issueId" from ${given} on conflict do nothing
  `.execute(trx);
}

async function listAlike(trx: FactTransaction, organizationId: string): Promise<AlikeIssues[]> {
  const some = await trx
    .selectFrom('issue_mention')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('place', '=', 'sync')
    .limit(1)
    .execute();
  if (some.length === 0) return [];
  const { rows } = await sql<AlikeIssues>`
    with ranked as (
      select id, provider, row_number() over (order by created_at, id) as age from connection where organization_id = ${organizationId}
    ),
    pairs as (
      select m.issue_id as own_id, own.age as own_age, own.id as own_connection, i.id as far_id, far.age as far_age, far.id as far_connection,
        count(*) over (partition by m.issue_id) as candidates,
        exists (
          select from issue_mention a
          where a.organization_id = m.organization_id and a.issue_id = m.issue_id and a.place <> 'sync' and a.to_at is null and a.key = i.key
            and a.site = lower(regexp_replace(i.url, '^https?://|/(browse|issue)/.*$', '', 'g'))
        ) as is_named
      from issue_mention m
      join ranked own on own.id = m.connection_id
      join issue i on i.organization_id = m.organization_id and i.external_id = m.far_external_id and not i.is_stub
      join ranked far on far.id = i.connection_id and far.id <> own.id and far.provider = 'jira'
      where m.organization_id = ${organizationId} and m.place = 'sync' and m.to_at is null
    )
    select distinct on ("copyId") "connectionId", "copyId", "issueId" from (
      select case when own_age < far_age then far_connection else own_connection end as "connectionId",
        case when own_age < far_age then far_id else own_id end as "copyId",
        case when own_age < far_age then own_id else far_id end as "issueId"
      from pairs where candidates = 1 or is_named
    ) p
    order by "copyId", "issueId"
  `.execute(trx);
  return rows;
}
