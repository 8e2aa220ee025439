import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

const derived = 'organization_id uuid not null, engine_version integer not null';

const tables: Record<string, { columns: string; arrays: readonly string[] }> = {
  wait_year: {
    columns: `${derived}, waiting_team_id uuid not null, blocking_team_id uuid not null, year int2 not null, issue_ids uuid[] not null,
      from_at timestamptz[] not null, to_at timestamptz[] not null, shares float8[] not null, kinds int2[] not null,
      blocker_ends integer[] not null, blocker_issue_ids uuid[] not null,
      primary key (organization_id, waiting_team_id, blocking_team_id, year)`,
    arrays: ['issue_ids', 'from_at', 'to_at', 'shares', 'kinds', 'blocker_ends', 'blocker_issue_ids'],
  },
  started_span_year: {
    columns: `${derived}, project_id uuid not null, person_id uuid not null, year int2 not null, issue_ids uuid[] not null,
      from_at timestamptz[] not null, to_at timestamptz[] not null, primary key (organization_id, project_id, person_id, year)`,
    arrays: ['issue_ids', 'from_at', 'to_at'],
  },
  completion_year: {
    columns: `${derived}, team_id uuid not null, year int2 not null, is_repeated boolean not null, issue_ids uuid[] not null,
      at timestamptz[] not null, waited varbit not null, reopened varbit not null, is_defect varbit not null,
      primary key (organization_id, team_id, year, is_repeated)`,
    arrays: ['issue_ids', 'at'],
  },
};

const replaced = { wait_year: 'wait', started_span_year: 'started_span', completion_year: 'issue_completion' };

/** Waits, started spans and completions in arrays, a year to a row: a fiftieth of the rows and index entries to write. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, { columns, arrays }] of Object.entries(tables)) {
    // Ids and instants do not compress, so that trying would only take time; rows stay whole as long as they fit a page.
    await sql.raw(`create table ${table} (${columns}) with (toast_tuple_target = 8160)`).execute(db);
    for (const array of arrays) await sql.raw(`alter table ${table} alter column ${array} set storage external`).execute(db);
    await isolateByOrganization(db, table);
  }
  for (const table of Object.values(replaced)) await sql.raw(`drop table ${table}`).execute(db);
  await sql`create index wait_year_by_blocking_team on wait_year (organization_id, blocking_team_id)`.execute(db);
  await sql`create index started_span_year_by_person on started_span_year (organization_id, person_id)`.execute(db);

  await sql`drop index wait_episode_by_team`.execute(db);
  await sql`create index wait_episode_lasting on wait_episode (organization_id, team_id) where to_at is null`.execute(db);
  await sql`delete from wait_episode`.execute(db);
  await sql`alter table wait_episode add column blocking_team_ids uuid[] not null`.execute(db);
  // No engine has this version: every analysis is renewed at the next start.
  await sql`update analysis set engine_version = 0`.execute(db);
}
