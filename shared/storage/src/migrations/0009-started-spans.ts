import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

/** Who worked on what, and when. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table started_span (
      organization_id uuid not null,
      engine_version integer not null,
      issue_id uuid not null,
      person_id uuid,
      from_at timestamptz not null,
      to_at timestamptz,
      primary key (organization_id, issue_id, from_at)
    )`.execute(db);
  await isolateByOrganization(db, 'started_span');
  await sql`create index started_span_by_person on started_span (organization_id, person_id, to_at)`.execute(db);
}
