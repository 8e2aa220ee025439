import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

/** How long the waits of each pair take. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table pair_quote (
      organization_id uuid not null,
      engine_version integer not null,
      waiting_team_id uuid not null,
      blocking_team_id uuid not null,
      waits integer not null,
      censored integer not null,
      median_ms float8,
      p85_ms float8,
      primary key (organization_id, waiting_team_id, blocking_team_id)
    )`.execute(db);
  await isolateByOrganization(db, 'pair_quote');
}
