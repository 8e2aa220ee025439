import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** How many issues that are known are copies of others, which figures leave out. */
export async function countMirrors(trx: Transaction<Tables>, organizationId: string): Promise<number> {
  const { rows } = await sql<{ mirrors: number }>`
    select count(*) as mirrors from issue_mirror m join issue i on i.organization_id = m.organization_id and i.id = m.copy_id
    where m.organization_id = ${organizationId}
  `.execute(trx);
  return rows[0]?.mirrors ?? 0;
}

/** Of an issue `of`. */
export function isCopy(organization: RawBuilder<unknown>, of: string): RawBuilder<boolean> {
  return sql`exists (select from issue_mirror m where m.organization_id = ${organization} and m.copy_id = ${sql.ref(`${of}.id`)})`;
}

/** Of an issue `i`: its project, else that of its copy. */
export function projectOfEither(organization: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`coalesce(i.project_id, (
    select c.project_id from issue_mirror m join issue c on c.organization_id = m.organization_id and c.id = m.copy_id
    where m.organization_id = ${organization} and m.issue_id = i.id and c.project_id is not null order by c.id limit 1))`;
}

/** The issue that figures know in the place of that which a column names. */
export function countedIssue(organization: RawBuilder<unknown>, column: string): RawBuilder<string> {
  return sql`coalesce((select m.issue_id from issue_mirror m where m.organization_id = ${organization} and m.copy_id = ${sql.ref(column)}), ${sql.ref(column)})`;
}
