import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

/** Four roles, scopes of API keys, and a log of what changed who can see or do what, which nobody can rewrite. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table api_key
      drop constraint api_key_role_check,
      add constraint api_key_role_check check (role in ('owner', 'admin', 'member', 'viewer')),
      add column scopes text[] not null default '{read,write,admin}',
      add column created_by uuid
  `.execute(db);
  await sql`
    create table audit_entry (
      organization_id uuid not null references organization on delete cascade,
      id uuid not null,
      at timestamptz not null,
      actor_kind text not null check (actor_kind in ('user', 'api_key', 'local_user', 'system')),
      actor_id uuid,
      actor_name text not null,
      action text not null,
      subject_kind text not null,
      subject_id text,
      subject_name text not null,
      detail jsonb not null,
      primary key (organization_id, id)
    )
  `.execute(db);
  await isolateByOrganization(db, 'audit_entry');
  await sql`revoke update, delete on audit_entry from speedtax_app`.execute(db);
  await sql`create index audit_entry_latest on audit_entry (organization_id, at desc, id desc)`.execute(db);
}
