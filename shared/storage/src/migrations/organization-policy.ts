import { type Kysely, sql } from 'kysely';

/** The organization of the running transaction; null, which equals nothing, when it has none. Evaluated once per query. */
export const currentOrganization = sql.raw(`(select nullif(current_setting('speedtax.organization_id', true), '')::uuid)`);

/** Binds a table to the organization of the transaction: other rows cannot be seen, changed or written. */
export async function isolateByOrganization(db: Kysely<never>, table: string): Promise<void> {
  const name = sql.table(table);
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`alter table ${name} force row level security`.execute(db);
  await sql`
    create policy organization_only on ${name} to speedtax_app
    using (organization_id = ${currentOrganization}) with check (organization_id = ${currentOrganization})
  `.execute(db);
  await sql`grant select, insert, update, delete on ${name} to speedtax_app`.execute(db);
}

/** Lets `speedtax_system` read a table across organizations. */
export async function letSystemRead(db: Kysely<never>, table: string): Promise<void> {
  const name = sql.table(table);
  await sql`create policy system_reads on ${name} for select to speedtax_system using (true)`.execute(db);
  await sql`grant select on ${name} to speedtax_system`.execute(db);
}
