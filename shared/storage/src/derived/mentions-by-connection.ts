import { type RawBuilder, sql } from 'kysely';

/** By connection: issues of other trackers that its issues name at an instant, or now, without saying who blocks whom. */
export function mentionsByConnection(organizationId: string, at: Date | null = null): RawBuilder<unknown> {
  const stands = at === null ? sql`to_at is null` : sql`from_at <= ${at} and (to_at is null or to_at > ${at})`;
  return sql`
    select connection_id, count(*) as mentions from (
      select distinct connection_id, issue_id, site, key from issue_mention
      where organization_id = ${organizationId} and side is null and key is not null and ${stands}
        and (select count(*) from connection c where c.organization_id = ${organizationId}) > 1
    ) named
    group by connection_id`;
}
