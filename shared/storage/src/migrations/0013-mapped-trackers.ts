import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

const changes = [
  // One workspace or site is connected once: its issues would be there twice.
  `alter table connection add column external_id text, add column deployment text, add column mapping jsonb not null default '{}'`,
  'create unique index connection_by_workspace on connection (organization_id, provider, external_id) where external_id is not null',
  'alter table sync drop constraint sync_kind_check',
  `alter table sync add constraint sync_kind_check check (kind in ('backfill', 'incremental', 'reconcile', 'remap'))`,
  // A sprint may belong to a board that no one team has.
  'alter table cycle alter column team_id drop not null',
  'alter table issue add column read_again boolean not null default false',
  // What is to be read by its id although nobody changed it, and whose parent is another issue.
  'create index issue_to_read_again on issue (organization_id, connection_id, id) where read_again',
  'create index issue_by_parent on issue (organization_id, parent_id) where parent_id is not null',
];

const issueFlag = `
  create table issue_flag (
    organization_id uuid not null,
    connection_id uuid not null,
    issue_id uuid not null,
    from_at timestamptz not null,
    to_at timestamptz,
    primary key (organization_id, issue_id, from_at)
  )`;

/** Trackers that mean what their users say they mean: the mapping of a connection, and what mapping again needs. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const change of changes) await sql.raw(change).execute(db);
  await sql.raw(issueFlag).execute(db);
  await isolateByOrganization(db, 'issue_flag');
}
