import { type Kysely, sql } from 'kysely';
import { currentOrganization, isolateByOrganization, letSystemRead } from './organization-policy.ts';

const tables = {
  api_key: sql`
    create table api_key (
      organization_id uuid not null references organization on delete cascade,
      id uuid not null,
      name text not null,
      key_hash text not null unique,
      role text not null check (role in ('admin', 'viewer')),
      created_at timestamptz not null default now(),
      expires_at timestamptz,
      revoked_at timestamptz,
      last_used_at timestamptz,
      primary key (organization_id, id)
    )`,
  connection: sql`
    create table connection (
      organization_id uuid not null references organization on delete cascade,
      id uuid not null,
      provider text not null check (provider in ('linear', 'jira')),
      name text not null,
      base_url text not null,
      credentials text not null,
      status text not null check (status in ('pending', 'syncing', 'ready', 'failing', 'unauthorized')),
      status_reason text,
      workspace_name text,
      last_synced_at timestamptz,
      created_at timestamptz not null default now(),
      primary key (organization_id, id)
    )`,
  sync: sql`
    create table sync (
      organization_id uuid not null,
      id uuid not null,
      connection_id uuid not null,
      kind text not null check (kind in ('backfill', 'incremental', 'reconcile')),
      state text not null check (state in ('queued', 'running', 'analyzing', 'done', 'failed')),
      phase text,
      done integer not null default 0,
      total integer,
      requests integer not null default 0,
      read_at timestamptz,
      error text,
      created_at timestamptz not null default now(),
      started_at timestamptz,
      finished_at timestamptz,
      primary key (organization_id, id),
      foreign key (organization_id, connection_id) references connection on delete cascade
    )`,
  sync_cursor: sql`
    create table sync_cursor (
      organization_id uuid not null,
      connection_id uuid not null,
      phase text not null,
      sync_id uuid not null,
      state text not null check (state in ('open', 'complete')),
      position jsonb not null,
      watermark_at timestamptz,
      updated_at timestamptz not null default now(),
      primary key (organization_id, connection_id, phase),
      foreign key (organization_id, connection_id) references connection on delete cascade
    )`,
  sync_problem: sql`
    create table sync_problem (
      organization_id uuid not null,
      id uuid not null default gen_random_uuid(),
      connection_id uuid not null,
      sync_id uuid not null,
      kind text not null,
      subject text not null,
      detail text not null,
      at timestamptz not null default now(),
      primary key (organization_id, id),
      foreign key (organization_id, connection_id) references connection on delete cascade
    )`,
};

/** Who uses this installation, what they connected, and how its syncs go. */
export async function up(db: Kysely<never>): Promise<void> {
  await createOrganization(db);
  for (const [table, create] of Object.entries(tables)) {
    await create.execute(db);
    await isolateByOrganization(db, table);
  }
  await sql`create index sync_by_connection on sync (organization_id, connection_id, created_at desc)`.execute(db);
  await sql`
    create index sync_unfinished on sync (organization_id, connection_id) where state in ('queued', 'running', 'analyzing')
  `.execute(db);
  await sql`create index sync_problem_by_sync on sync_problem (organization_id, connection_id, sync_id, at)`.execute(db);
  for (const table of ['api_key', 'connection', 'sync']) await letSystemRead(db, table);
}

async function createOrganization(db: Kysely<never>): Promise<void> {
  await sql`
    create table organization (
      id uuid not null primary key,
      name text not null,
      time_zone text not null default 'UTC',
      is_demo boolean not null default false,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`alter table organization enable row level security`.execute(db);
  await sql`alter table organization force row level security`.execute(db);
  await sql`create policy own_organization on organization to speedtax_app using (id = ${currentOrganization})`.execute(db);
  await sql`grant select, update on organization to speedtax_app`.execute(db);
  await sql`create policy all_organizations on organization to speedtax_system using (true) with check (true)`.execute(db);
  await sql`grant select, insert on organization to speedtax_system`.execute(db);
}
