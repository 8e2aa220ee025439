import { type RawBuilder, sql } from 'kysely';

/** The projects of an initiative, and of everything rolled up into it. */
export function initiativeProjectIds(organizationId: string, initiativeId: string): RawBuilder<string> {
  return sql<string>`
    with recursive family (id) as (
      select ${initiativeId}::uuid
      union
      select p.initiative_id from initiative_parent p join family on p.organization_id = ${organizationId} and p.parent_id = family.id
    )
    select l.project_id from project_initiative l where l.organization_id = ${organizationId} and l.initiative_id in (select id from family)`;
}

/** The issues of its projects. */
export function initiativeIssueIds(organizationId: string, initiativeId: string): RawBuilder<string> {
  return sql<string>`
    select i.id from issue i
    where i.organization_id = ${organizationId} and i.project_id in (${initiativeProjectIds(organizationId, initiativeId)})`;
}
