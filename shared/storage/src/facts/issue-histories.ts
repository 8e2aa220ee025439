import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import { type FactRow, type FactTransaction, type StoredFacts, upsertFacts } from './upsert-facts.ts';

export interface IssueHistories {
  /** Issue id → the tracker's last change of it that this history includes; null: it is the one that was there, mapped again. */
  readonly readUpTo: ReadonlyMap<string, string | null>;
  readonly changes: readonly FactRow<'issue_change'>[];
  readonly linkChanges: readonly FactRow<'issue_link_change'>[];
  readonly flags: readonly FactRow<'issue_flag'>[];
}

/** Makes these the whole histories of their issues: entries that the tracker has merged or taken back disappear. */
export async function replaceIssueHistories(trx: FactTransaction, place: FactPlace, histories: IssueHistories): Promise<StoredFacts> {
  const { readUpTo, changes, linkChanges, flags } = histories;
  const issueIds = [...readUpTo.keys()];
  await deleteMissing(trx, place, 'issue_change', issueIds, changes, { external_id: 'text', field: 'text' });
  await deleteMissing(trx, place, 'issue_link_change', issueIds, linkChanges, {
    external_id: 'text',
    other_key: 'text',
    action: 'text',
    side: 'text',
  });
  await deleteMissing(trx, place, 'issue_flag', issueIds, flags, { from_at: 'timestamptz' });
  const stored = [
    await upsertFacts(trx, place, 'issue_change', changes),
    await upsertFacts(trx, place, 'issue_link_change', linkChanges),
    await upsertFacts(trx, place, 'issue_flag', flags),
  ];
  const read = [...readUpTo].flatMap(([id, at]) => (at === null ? [] : [{ id, at }]));
  await sql`
    update issue i set history_read_at = s.at
    from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) s(id uuid, at timestamptz)
    where i.organization_id = ${place.organizationId} and i.id = s.id and i.history_read_at is distinct from s.at
  `.execute(trx);
  return { changed: stored.reduce((sum, { changed }) => sum + changed, 0), rejected: stored.flatMap(({ rejected }) => rejected) };
}

/** Their histories cannot be had: what is known of them stays, and they are not asked for until they change. */
export async function giveUpHistories(trx: FactTransaction, place: FactPlace, issueIds: readonly string[]): Promise<void> {
  if (issueIds.length === 0) return;
  await sql`
    update issue set history_read_at = updated_at
    where organization_id = ${place.organizationId} and id = any(${issueIds}::uuid[]) and history_read_at is distinct from updated_at
  `.execute(trx);
}

/** Teams that changes name and that are not known: the time in them belongs to nobody. */
export async function countUnknownTeams(trx: FactTransaction, place: FactPlace, teamIds: readonly string[]): Promise<number> {
  if (teamIds.length === 0) return 0;
  const { rows } = await sql<{ unknown: number }>`
    select count(*) as unknown from unnest(${teamIds}::uuid[]) id
    where not exists (select from team t where t.organization_id = ${place.organizationId} and t.id = id)
  `.execute(trx);
  return rows[0]?.unknown ?? 0;
}

/** That an issue was taken for deleted is our own finding, not the tracker's: it stays. */
async function deleteMissing(
  trx: FactTransaction,
  { organizationId }: FactPlace,
  table: 'issue_change' | 'issue_link_change' | 'issue_flag',
  issueIds: readonly string[],
  rows: readonly object[],
  rest: Readonly<Record<string, 'text' | 'timestamptz'>>,
): Promise<void> {
  const key = { issue_id: 'uuid', ...rest };
  const columns = sql.raw(
    Object.entries(key)
      .map(([name, type]) => `${name} ${type}`)
      .join(', '),
  );
  const same = sql.raw(
    Object.keys(key)
      .map((name) => `s.${name} = t.${name}`)
      .join(' and '),
  );
  await sql`
    delete from ${sql.table(table)} t
    where t.organization_id = ${organizationId} and t.issue_id = any(${issueIds}::uuid[])
      ${table === 'issue_change' ? sql`and t.external_id <> 'deleted'` : sql``}
      and not exists (select from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) s(${columns}) where ${same})
  `.execute(trx);
}
