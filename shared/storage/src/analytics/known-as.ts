import { type RawBuilder, sql } from 'kysely';

/** The id under which figures know the person or team that a column names. */
export function knownAs(organizationId: string, column: string): RawBuilder<string> {
  return sql`coalesce((select n.canonical_id from identity n where n.organization_id = ${organizationId} and n.id = ${sql.ref(column)}), ${sql.ref(column)})`;
}

/** Of a row `of`: figures do not know it under another id. */
export function isCanonical(organizationId: string, of: string): RawBuilder<boolean> {
  return sql`not exists (select from identity n where n.organization_id = ${organizationId} and n.id = ${sql.ref(`${of}.id`)})`;
}

/** Of a team `of`: the external ids of all that figures know under its id, its own first. */
export function allExternalIds(organizationId: string, of: string): RawBuilder<string[]> {
  return sql`array[${sql.ref(`${of}.external_id`)}] || array(
    select o.external_id from identity n join team o on o.organization_id = ${organizationId} and o.id = n.id
    where n.organization_id = ${organizationId} and n.canonical_id = ${sql.ref(`${of}.id`)} order by o.id
  )`;
}
