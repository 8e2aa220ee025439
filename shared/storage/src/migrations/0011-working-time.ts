import { type Kysely, sql } from 'kysely';

/** How an organization measures durations, and how it did when its figures were found. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table organization
      add column durations text not null default 'calendar' check (durations in ('calendar', 'working')),
      add column working_time jsonb not null default '{"weekdays": [1, 2, 3, 4, 5], "fromMinute": 540, "toMinute": 1020}'`.execute(db);
  await sql`alter table analysis add column calendar jsonb`.execute(db);
}
