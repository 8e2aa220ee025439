import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

/** When each initiative began and ended, and what its time was spent on. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table initiative_course (
      organization_id uuid not null,
      engine_version integer not null,
      initiative_id uuid not null,
      start_at timestamptz,
      start_source text check (start_source in ('tracker', 'first_in_play')),
      end_at timestamptz,
      is_completed boolean not null,
      first_value_at timestamptz,
      working_ms float8,
      waiting_on_others_ms float8,
      waiting_inside_ms float8,
      idle_ms float8,
      not_started_ms float8,
      primary key (organization_id, initiative_id)
    )`.execute(db);
  await isolateByOrganization(db, 'initiative_course');
}
