import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

const uuids = (...names: string[]) => names.map((name) => `${name} uuid not null`).join(', ');
const sums = (...names: string[]) => names.map((name) => `${name} float8 not null, ${name}_by_day float8[] not null`).join(', ');
const monthly = 'organization_id uuid not null, engine_version integer not null, month date not null, days int2[] not null';

const tables: Record<string, string> = {
  team_month_sum: `${monthly}, ${uuids('team_id')}, ${sums('in_play_ms', 'held_ms', 'dragging_ms', 'blocked_before_play_ms')},
    primary key (organization_id, month, team_id)`,
  pair_month_sum: `${monthly}, ${uuids('waiting_team_id', 'blocking_team_id')},
    ${sums('waiting_ms', 'root_ms', 'unaccepted_ms', 'queued_ms', 'in_work_ms')},
    primary key (organization_id, month, waiting_team_id, blocking_team_id)`,
  initiative_month_sum: `${monthly}, ${uuids('initiative_id')}, ${sums('clock_waiting_ms', 'stalled_ms')},
    primary key (organization_id, initiative_id, month)`,
  initiative_team_month_sum: `${monthly}, ${uuids('initiative_id', 'team_id')}, ${sums('in_play_ms', 'waiting_ms')},
    primary key (organization_id, initiative_id, team_id, month)`,
};

/**
 * A row of sums per month instead of one per day: a twentieth of the rows to write, and a window reads the sums of whole months.
 * Completions are found by their time, so that is what their key begins with.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, columns] of Object.entries(tables)) {
    await sql.raw(`create table ${table} (${columns})`).execute(db);
    await isolateByOrganization(db, table);
    await sql.raw(`drop table ${table.replace('_month_', '_day_')}`).execute(db);
  }
  await sql`alter table issue_completion drop constraint issue_completion_pkey`.execute(db);
  await sql`alter table issue_completion add primary key (organization_id, at, issue_id)`.execute(db);
  await sql`drop index issue_completion_by_at`.execute(db);
  // No engine has this version: every analysis is renewed at the next start.
  await sql`update analysis set engine_version = 0`.execute(db);
}
