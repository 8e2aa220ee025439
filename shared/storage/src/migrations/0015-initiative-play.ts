import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

/** What began and ended in each initiative; courses that grow when they are read; until when quotes stand. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table initiative_play (
      organization_id uuid not null,
      engine_version integer not null,
      initiative_id uuid not null,
      month date not null,
      events bytea not null,
      primary key (organization_id, initiative_id, month)
    )`.execute(db);
  await isolateByOrganization(db, 'initiative_play');
  // Events of a month hardly shrink, and trying costs more than writing them.
  await sql`alter table initiative_play alter column events set storage external`.execute(db);
  await sql`
    alter table initiative_course
      add column is_lasting boolean not null default false,
      add column settled_at timestamptz,
      add column growing_part text check (growing_part in ('workingMs', 'waitingOnOthersMs', 'waitingInsideMs', 'idleMs', 'notStartedMs'))`.execute(
    db,
  );
  await sql`alter table pair_quote add column drops_on date not null default 'epoch', add column outlasts_at timestamptz`.execute(db);
  await sql`create index pair_quote_by_outlasting on pair_quote (organization_id, outlasts_at)`.execute(db);
  // No engine has this version: every analysis is renewed at the next start.
  await sql`update analysis set engine_version = 0`.execute(db);
}
