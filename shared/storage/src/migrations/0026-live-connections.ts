import { type Kysely, sql } from 'kysely';
import { isolateByOrganization, letSystemRead } from './organization-policy.ts';

const changes = [
  // Paused: nothing is asked of the tracker. Disconnected: its credentials are gone, what was read stays. Scope null: all that is shown.
  'alter table connection add column paused_at timestamptz, add column disconnected_at timestamptz, add column scope text[]',
  // The body of a webhook says which connection it is for, and not whose that is.
  'create index connection_by_id on connection (id)',
  'alter table sync drop constraint sync_kind_check',
  `alter table sync add constraint sync_kind_check check (kind in ('backfill', 'incremental', 'reconcile', 'remap', 'targeted'))`,
];

const tables = {
  webhook: sql`
    create table webhook (
      organization_id uuid not null,
      connection_id uuid not null,
      secret text not null,
      external_id text,
      expires_at timestamptz,
      refusal text,
      tried_at timestamptz,
      last_delivery_at timestamptz,
      created_at timestamptz not null default now(),
      primary key (organization_id, connection_id),
      foreign key (organization_id, connection_id) references connection on delete cascade
    )`,
  webhook_delivery: sql`
    create table webhook_delivery (
      organization_id uuid not null,
      connection_id uuid not null,
      delivery_id text not null,
      received_at timestamptz not null,
      primary key (organization_id, connection_id, delivery_id),
      foreign key (organization_id, connection_id) references connection on delete cascade
    )`,
  sync_hint: sql`
    create table sync_hint (
      organization_id uuid not null,
      connection_id uuid not null,
      subject text not null check (subject in ('issue', 'everything')),
      external_id text not null,
      says_deleted boolean not null,
      noted_at timestamptz not null,
      primary key (organization_id, connection_id, subject, external_id),
      foreign key (organization_id, connection_id) references connection on delete cascade
    )`,
  oauth_flow: sql`
    create table oauth_flow (
      organization_id uuid not null references organization on delete cascade,
      id uuid not null,
      state_hash text not null,
      provider text not null check (provider in ('linear', 'jira')),
      connection_id uuid,
      secret text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (organization_id, id),
      unique (organization_id, state_hash)
    )`,
};

/** Connections that hear of changes, may rest, and are let in by their tracker's own page. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const change of changes) await sql.raw(change).execute(db);
  for (const [table, create] of Object.entries(tables)) {
    await create.execute(db);
    await isolateByOrganization(db, table);
  }
  // What is waiting to be read, and webhooks that are about to end, are looked for in all organizations at once.
  for (const table of ['webhook', 'sync_hint']) await letSystemRead(db, table);
  await sql`create index webhook_delivery_by_age on webhook_delivery (organization_id, connection_id, received_at)`.execute(db);
}
