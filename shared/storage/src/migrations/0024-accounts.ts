import { type Kysely, sql } from 'kysely';
import { isolateByOrganization, letSystemRead } from './organization-policy.ts';

/** Of the sign-in, in a schema of its own: they belong to people, who may be in several organizations. */
const signInTables = {
  user: sql`
    create table auth."user" (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      email text not null unique,
      email_verified boolean not null default false,
      image text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`,
  session: sql`
    create table auth.session (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references auth."user" on delete cascade,
      token text not null unique,
      organization_id uuid,
      ip_address text,
      user_agent text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      expires_at timestamptz not null
    )`,
  account: sql`
    create table auth.account (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references auth."user" on delete cascade,
      provider_id text not null,
      account_id text not null,
      password text,
      scope text,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (provider_id, account_id)
    )`,
  verification: sql`
    create table auth.verification (
      id uuid primary key default gen_random_uuid(),
      identifier text not null,
      value text not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      expires_at timestamptz not null
    )`,
  attempt: sql`
    create table auth.attempt (
      subject text not null,
      minute timestamptz not null,
      attempts integer not null,
      primary key (subject, minute)
    )`,
};

const tenantTables = {
  member: sql`
    create table member (
      organization_id uuid not null references organization on delete cascade,
      user_id uuid not null references auth."user" on delete cascade,
      role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
      joined_at timestamptz not null,
      primary key (organization_id, user_id)
    )`,
  invitation: sql`
    create table invitation (
      organization_id uuid not null references organization on delete cascade,
      id uuid not null,
      email text not null,
      role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
      token_hash text not null unique,
      invited_by text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      accepted_at timestamptz,
      primary key (organization_id, id)
    )`,
};

/** Accounts of people, what they may in which organization, and invitations. */
export async function up(db: Kysely<never>): Promise<void> {
  await createAuthRole(db);
  await sql`create schema auth`.execute(db);
  for (const role of ['speedtax_auth', 'speedtax_app', 'speedtax_system']) {
    await sql`grant usage on schema auth to ${sql.raw(role)}`.execute(db);
  }
  for (const [table, create] of Object.entries(signInTables)) {
    const name = sql.table(`auth.${table}`);
    await create.execute(db);
    await sql`alter table ${name} enable row level security`.execute(db);
    await sql`alter table ${name} force row level security`.execute(db);
    await sql`create policy sign_in on ${name} to speedtax_auth using (true) with check (true)`.execute(db);
    await sql`grant select, insert, update, delete on ${name} to speedtax_auth`.execute(db);
  }
  await sql`create index session_by_user on auth.session (user_id)`.execute(db);
  await sql`create index account_by_user on auth.account (user_id)`.execute(db);
  await sql`create index verification_by_identifier on auth.verification (identifier)`.execute(db);

  for (const [table, create] of Object.entries(tenantTables)) {
    await create.execute(db);
    await isolateByOrganization(db, table);
    await letSystemRead(db, table);
  }
  await sql`create index member_by_user on member (user_id)`.execute(db);
  await sql`create unique index invitation_open on invitation (organization_id, email) where accepted_at is null`.execute(db);

  // The members' own policy decides which accounts these are.
  await sql`create policy of_members on auth."user" for select to speedtax_app using (exists (select from member where user_id = id))`.execute(
    db,
  );
  await sql`create policy system_reads on auth."user" for select to speedtax_system using (true)`.execute(db);
  await sql`grant select (id, name, email, email_verified) on auth."user" to speedtax_app, speedtax_system`.execute(db);
}

/** A third role without a login, which reaches the accounts and nothing else. */
async function createAuthRole(db: Kysely<never>): Promise<void> {
  await sql`
    do $$
    begin
      create role speedtax_auth nologin noinherit;
    exception when duplicate_object or unique_violation then
      null;
    end $$
  `.execute(db);
  await sql`
    do $$
    begin
      if current_setting('server_version_num')::int >= 160000 then
        if not pg_has_role(current_user, 'speedtax_auth', 'SET') then
          grant speedtax_auth to current_user with set true, inherit false;
        end if;
      elsif not pg_has_role(current_user, 'speedtax_auth', 'MEMBER') then
        grant speedtax_auth to current_user;
      end if;
    end $$
  `.execute(db);
}
