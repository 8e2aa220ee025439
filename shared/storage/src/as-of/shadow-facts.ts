import { sql, type Transaction } from 'kysely';
import { findTableShape } from '../bulk/table-shape.ts';
import type { Tables } from '../tables.ts';
import { issueAsOf } from './issue-as-of.ts';
import { knownBy, type PastTable } from './past-table.ts';
import { initiativeAsOf, projectAsOf } from './plan-as-of.ts';

/**
 * Temporary views with the names of fact tables, which Postgres finds first: queries from here on read the past. Names, titles,
 * dates due and who belongs where are today's. For a transaction that is thrown away.
 */
export async function shadowFacts(trx: Transaction<Tables>, instant: Date): Promise<void> {
  const at = sql`${sql.lit(instant.toISOString())}::timestamptz`;
  const pasts: Partial<Record<keyof Tables, PastTable>> = {
    issue: issueAsOf(at),
    issue_change: { columns: {}, where: sql`at <= ${at}` },
    issue_flag: { columns: { to_at: knownBy('to_at', at) }, where: sql`from_at <= ${at}` },
    issue_link_change: { columns: {}, where: sql`at <= ${at}` },
    dependency: { columns: { to_at: knownBy('to_at', at) }, where: sql`from_at is null or from_at <= ${at}` },
    issue_mention: { columns: { to_at: knownBy('to_at', at) }, where: sql`from_at <= ${at}` },
    project_dependency: { columns: { to_at: knownBy('to_at', at) }, where: sql`from_at <= ${at}` },
    initiative: initiativeAsOf(at),
    initiative_owner_change: { columns: {}, where: sql`at <= ${at}` },
    project: projectAsOf(at),
    duty: { columns: {}, where: sql`registered_at <= ${at}` },
    authority_attestation: { columns: {}, where: sql`attested_at <= ${at}` },
    connection: {
      columns: { last_synced_at: sql`case when last_synced_at is not null then least(last_synced_at, ${at}) end` },
      where: sql`true`,
    },
  };
  // Other views and tables are named in full inside, so that the order does not matter.
  for (const [table, past] of Object.entries(pasts)) await makeView(trx, table as keyof Tables, past);
}

async function makeView(trx: Transaction<Tables>, table: keyof Tables, { columns, where }: PastTable): Promise<void> {
  const { columns: all } = await findTableShape(trx, table);
  const selected = [...all.keys()].map((name) => (columns[name] ? sql`${columns[name]} as ${sql.ref(name)}` : sql.ref(`own.${name}`)));
  await sql`
    create temporary view ${sql.table(table)} as
    select ${sql.join(selected)} from ${sql.table(`public.${table}`)} own where ${where}
  `.execute(trx);
}
