import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { FactTransaction } from './upsert-facts.ts';

/** Known issues that the tracker shows, or once showed, itself. */
export async function countIssues(trx: FactTransaction, place: FactPlace): Promise<number> {
  const { issues } = await trx
    .selectFrom('issue')
    .select((query) => query.fn.countAll<number>().as('issues'))
    .where('organization_id', '=', place.organizationId)
    .where('connection_id', '=', place.connectionId)
    .where('is_stub', '=', false)
    .executeTakeFirstOrThrow();
  return issues;
}

/** An issue and the key the tracker knows it by. */
export interface TrackedIssue {
  readonly id: string;
  readonly externalId: string;
}

export interface IssueBehind extends TrackedIssue {
  /** The tracker's last change of it that is known. */
  readonly updatedAt: Date;
}

export interface BehindOptions {
  /** Only issues after this one, in the order of ids. */
  readonly afterId: string | null;
  /** Only issues that are an end of a blocking link. */
  readonly linkedOnly: boolean;
  readonly limit: number;
}

/** Issues that changed since their history was read, in the order of ids. */
export async function listIssuesBehind(
  trx: FactTransaction,
  place: FactPlace,
  { afterId, linkedOnly, limit }: BehindOptions,
): Promise<IssueBehind[]> {
  const { rows } = await sql<IssueBehind>`
    select i.id, i.external_id as "externalId", i.updated_at as "updatedAt" from issue i
    where ${isBehind(place)} ${afterId === null ? sql`` : sql`and i.id > ${afterId}`} ${linkedOnly ? sql`and ${isLinked}` : sql``}
    order by i.id limit ${limit}
  `.execute(trx);
  return rows;
}

export async function countIssuesBehind(trx: FactTransaction, place: FactPlace): Promise<number> {
  const { rows } = await sql<{ behind: number }>`select count(*) as behind from issue i where ${isBehind(place)}`.execute(trx);
  return rows[0]?.behind ?? 0;
}

function isBehind({ organizationId, connectionId }: FactPlace) {
  return sql`i.organization_id = ${organizationId} and i.connection_id = ${connectionId} and not i.is_stub
    and (i.history_read_at is null or i.history_read_at < i.updated_at)`;
}

const isLinked = sql`(
  exists (select from issue_link l where l.organization_id = i.organization_id and l.blocker_issue_id = i.id)
  or exists (select from issue_link l where l.organization_id = i.organization_id and l.blocked_issue_id = i.id))`;

/** Their links are not what they were, and the tracker may not count that as a change: their histories are read again. */
export async function putHistoriesBehind(trx: FactTransaction, place: FactPlace, issueIds: readonly string[]): Promise<void> {
  if (issueIds.length === 0) return;
  await sql`
    update issue set history_read_at = null
    where organization_id = ${place.organizationId} and id = any(${issueIds}::uuid[]) and history_read_at is not null
  `.execute(trx);
}

/** Of these issues those that are known, more than by name, and not taken for deleted. */
export async function listShownIssues(trx: FactTransaction, place: FactPlace, issueIds: readonly string[]): Promise<string[]> {
  if (issueIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select i.id from issue i
    where i.organization_id = ${place.organizationId} and i.connection_id = ${place.connectionId} and i.id = any(${issueIds}::uuid[])
      and not i.is_stub and not exists (
        select from issue_change c
        where c.organization_id = i.organization_id and c.issue_id = i.id and c.external_id = 'deleted' and c.field = 'closed')
  `.execute(trx);
  return rows.map(({ id }) => id);
}

/** Taken for deleted, and stored anew since: they never were closed by that. @returns those whose histories are to be read again */
export async function forgetDeletions(trx: FactTransaction, place: FactPlace, issueIds: readonly string[]): Promise<string[]> {
  if (issueIds.length === 0) return [];
  // A row that still has the sweep's instant could not be stored anew.
  const { rows } = await sql<{ id: string }>`
    delete from issue_change c using issue i
    where i.organization_id = ${place.organizationId} and i.connection_id = ${place.connectionId} and i.id = any(${issueIds}::uuid[])
      and c.organization_id = i.organization_id and c.issue_id = i.id and c.external_id = 'deleted' and c.field = 'closed'
      and c.at is distinct from i.closed_at
    returning i.id
  `.execute(trx);
  return rows.map(({ id }) => id);
}

/** Issues the tracker no longer has: closed from that instant, for ever, with everything that is known of them. */
export async function closeDeletedIssues(trx: FactTransaction, place: FactPlace, issueIds: readonly string[], at: Date): Promise<number> {
  if (issueIds.length === 0) return 0;
  const { rows } = await sql<{ id: string }>`
    update issue set closed_at = ${at}
    where organization_id = ${place.organizationId} and connection_id = ${place.connectionId} and id = any(${issueIds}::uuid[]) and closed_at is null
    returning id
  `.execute(trx);
  await sql`
    insert into issue_change (organization_id, connection_id, issue_id, external_id, field, at, from_id, to_id)
    select ${place.organizationId}, ${place.connectionId}, id, 'deleted', 'closed', ${at}, null, 'deleted' from unnest(${rows.map(({ id }) => id)}::uuid[]) id
    on conflict do nothing
  `.execute(trx);
  return rows.length;
}

/** Of these issues those that were taken for deleted, and when. */
export async function listDeletions(
  trx: FactTransaction,
  { organizationId }: FactPlace,
  issueIds: readonly string[],
): Promise<Map<string, Date>> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select issue_id as id, at from issue_change
    where organization_id = ${organizationId} and issue_id = any(${issueIds}::uuid[]) and external_id = 'deleted' and field = 'closed'
  `.execute(trx);
  return new Map(rows.map(({ id, at }) => [id, at]));
}
