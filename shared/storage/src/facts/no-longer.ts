import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { FactTransaction } from './upsert-facts.ts';

/** Tables that say something of an issue, and the columns that name it. */
const ofIssues = {
  issue_key: ['issue_id'],
  issue_change: ['issue_id'],
  issue_link_change: ['issue_id'],
  issue_flag: ['issue_id'],
  issue_mention: ['issue_id'],
  issue_link: ['blocker_issue_id', 'blocked_issue_id'],
  dependency: ['blocker_issue_id', 'blocked_issue_id'],
  issue: ['id'],
} as const;

/** Takes back what was stored of issues that turned out to be something else, such as plans. */
export async function deleteIssues(trx: FactTransaction, place: FactPlace, issueIds: readonly string[]): Promise<void> {
  const known = await listKnown(trx, place, 'issue', issueIds);
  if (known.length === 0) return;
  for (const [table, columns] of Object.entries(ofIssues)) {
    const names = sql.join(
      columns.map((column) => sql`${sql.ref(column)} = any(${known}::uuid[])`),
      sql` or `,
    );
    await sql`delete from ${sql.table(table)} where organization_id = ${place.organizationId} and (${names})`.execute(trx);
  }
}

/** The same for plans; pairs that name them are sets, and are replaced as such. */
export async function deletePlans(
  trx: FactTransaction,
  { organizationId }: FactPlace,
  table: 'project' | 'initiative',
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from ${sql.table(table)} where organization_id = ${organizationId} and id = any(${ids}::uuid[])`.execute(trx);
}

/** Plans of the connection other than these. */
export async function deleteOtherPlans(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  table: 'project' | 'initiative',
  ids: readonly string[],
): Promise<void> {
  await sql`
    delete from ${sql.table(table)}
    where organization_id = ${organizationId} and connection_id = ${connectionId} and not id = any(${ids}::uuid[])
  `.execute(trx);
}

/** Changes of owner other than these, whose initiatives or sources are not what they were. */
export async function deleteOtherOwnerChanges(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  changes: readonly { initiative_id: string; at: string | Date }[],
): Promise<void> {
  await sql`
    delete from initiative_owner_change t
    where organization_id = ${organizationId} and connection_id = ${connectionId} and not exists (
      select from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) s(initiative_id uuid, at timestamptz)
      where s.initiative_id = t.initiative_id and s.at = t.at)
  `.execute(trx);
}

async function listKnown(trx: FactTransaction, { organizationId }: FactPlace, table: 'issue', ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where organization_id = ${organizationId} and id = any(${ids}::uuid[])
  `.execute(trx);
  return rows.map(({ id }) => id);
}
