import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

const tables = {
  duty: sql`
    create table duty (
      organization_id uuid not null references organization on delete cascade,
      person_id uuid not null,
      name text not null,
      note text not null,
      registered_by text not null,
      registered_at timestamptz not null,
      primary key (organization_id, person_id)
    )`,
  authority_attestation: sql`
    create table authority_attestation (
      organization_id uuid not null references organization on delete cascade,
      id uuid not null,
      initiative_id uuid not null,
      person_id uuid not null,
      attested_by text not null,
      note text not null,
      attested_at timestamptz not null,
      expires_on date not null,
      primary key (organization_id, id)
    )`,
};

/** Standing duties of people, and who says that somebody has the authority an initiative needs. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, create] of Object.entries(tables)) {
    await create.execute(db);
    await isolateByOrganization(db, table);
  }
  await sql`create index authority_attestation_by_initiative on authority_attestation (organization_id, initiative_id, attested_at)`.execute(
    db,
  );
}
