import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { TrackedIssue } from './issues.ts';
import type { FactRow, FactTransaction } from './upsert-facts.ts';

/**
 * Stores issues that only links name, where nothing more is known of them. The earliest link tells since when they exist; what
 * the latest one tells of their status and team is what is known.
 * @param asksAgain whether they are to be asked for by their ids
 */
export async function insertIssueStubs(
  trx: FactTransaction,
  place: FactPlace,
  stubs: readonly FactRow<'issue'>[],
  asksAgain: boolean,
): Promise<number> {
  if (stubs.length === 0) return 0;
  const { numAffectedRows = 0n } = await sql`
    insert into issue as known
      (organization_id, connection_id, id, external_id, key, title, url, status_id, team_id, labels, is_defect, created_at, updated_at, is_stub, read_again)
    select distinct on (id) ${place.organizationId}::uuid, ${place.connectionId}::uuid, id, external_id, key, title, url, status_id, team_id, '{}'::text[], false,
      min(created_at) over (partition by id), min(created_at) over (partition by id), true, ${asksAgain}::boolean
    from jsonb_to_recordset(${JSON.stringify(stubs)}::jsonb)
      s(id uuid, external_id text, key text, title text, url text, status_id uuid, team_id uuid, created_at timestamptz)
    order by id, key
    on conflict (organization_id, id) do update
    set created_at = least(known.created_at, excluded.created_at), updated_at = least(known.created_at, excluded.created_at),
      key = excluded.key, title = excluded.title, url = excluded.url, status_id = excluded.status_id, team_id = excluded.team_id
    where known.is_stub and (excluded.created_at < known.created_at or (known.key, known.title, known.url, known.status_id, known.team_id)
      is distinct from (excluded.key, excluded.title, excluded.url, excluded.status_id, excluded.team_id))
  `.execute(trx);
  return Number(numAffectedRows);
}

/** Issues that are to be read by their ids, in the order of ids; `allStubs`: also those the tracker did not show before. */
export async function listIssuesToReadAgain(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  { afterId, limit, allStubs }: { afterId: string | null; limit: number; allStubs: boolean },
): Promise<TrackedIssue[]> {
  const { rows } = await sql<TrackedIssue>`
    select id, external_id as "externalId" from issue
    where organization_id = ${organizationId} and connection_id = ${connectionId} and ${allStubs ? sql`(read_again or is_stub)` : sql`read_again`}
      ${afterId === null ? sql`` : sql`and id > ${afterId}`}
    order by id limit ${limit}
  `.execute(trx);
  return rows;
}

/** They were asked for; those that the tracker does not show stay as they are. */
export async function noteReadAgain(trx: FactTransaction, { organizationId }: FactPlace, issueIds: readonly string[]): Promise<void> {
  if (issueIds.length === 0) return;
  await sql`
    update issue set read_again = false where organization_id = ${organizationId} and id = any(${issueIds}::uuid[]) and read_again
  `.execute(trx);
}

/** Something was found about them that their own last reading does not tell. */
export async function putReadingsBehind(trx: FactTransaction, { organizationId }: FactPlace, issueIds: readonly string[]): Promise<void> {
  if (issueIds.length === 0) return;
  await sql`
    update issue set read_again = true
    where organization_id = ${organizationId} and id = any(${issueIds}::uuid[]) and not is_stub and not read_again
  `.execute(trx);
}
