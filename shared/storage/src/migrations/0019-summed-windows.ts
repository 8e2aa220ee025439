import { type Kysely, sql } from 'kysely';

/** A window of whole months is read from the key of pairs' sums, without their days; and packs of waits that ended before it are not unpacked. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table pair_month_sum drop constraint pair_month_sum_pkey`.execute(db);
  await sql`
    alter table pair_month_sum add primary key (organization_id, month, waiting_team_id, blocking_team_id)
      include (waiting_ms, root_ms, unaccepted_ms, queued_ms, in_work_ms)`.execute(db);
  await sql`alter table wait_year add column until_at timestamptz`.execute(db);
  // No engine has this version: every analysis is renewed at the next start.
  await sql`update analysis set engine_version = 0`.execute(db);
}
