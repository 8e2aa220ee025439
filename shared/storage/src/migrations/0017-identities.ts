import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

const tables = {
  identity_decision: sql`
    create table identity_decision (
      organization_id uuid not null references organization on delete cascade,
      kind text not null check (kind in ('person', 'team')),
      first_id uuid not null,
      second_id uuid not null,
      is_same boolean not null,
      decided_by text not null,
      decided_at timestamptz not null,
      primary key (organization_id, first_id, second_id)
    )`,
  identity: sql`
    create table identity (
      organization_id uuid not null,
      engine_version integer not null,
      kind text not null,
      id uuid not null,
      canonical_id uuid not null,
      primary key (organization_id, id)
    )`,
};

/** People and teams that several trackers know: who is the same, as it was found and as somebody has decided. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, create] of Object.entries(tables)) {
    await create.execute(db);
    await isolateByOrganization(db, table);
  }
  await sql`create index identity_by_canonical on identity (organization_id, canonical_id)`.execute(db);
}
