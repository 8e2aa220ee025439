import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

/** What was done about the dependency of one team on another, and when. Told by people: no tracker knows it. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table treatment (
      organization_id uuid not null references organization on delete cascade,
      id uuid not null,
      waiting_team_id uuid not null,
      blocking_team_id uuid not null,
      treated_on date not null,
      kind text not null check (kind in ('interface', 'schedule', 'acceptance', 'reorganization', 'other')),
      note text not null,
      marked_by text not null,
      created_at timestamptz not null default now(),
      primary key (organization_id, id)
    )`.execute(db);
  await isolateByOrganization(db, 'treatment');
  await sql`create index treatment_by_date on treatment (organization_id, treated_on, id)`.execute(db);
}
