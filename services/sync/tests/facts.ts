import type { TestDatabase } from '@speedtax/storage/testing';
import { sql } from 'kysely';

const factTables = [
  'person',
  'team',
  'team_member',
  'workflow_status',
  'initiative',
  'initiative_parent',
  'initiative_owner_change',
  'project',
  'project_initiative',
  'project_team',
  'project_member',
  'project_dependency',
  'milestone',
  'cycle',
  'issue',
  'issue_key',
  'issue_change',
  'issue_link',
  'issue_link_change',
  'dependency',
  'issue_flag',
  'issue_mention',
  'issue_mirror',
] as const;

export type FactTable = (typeof factTables)[number];
type Row = Record<string, unknown>;

/** All facts of an organization, without whose they are and by which sync they were seen first. */
export async function readFacts({ database }: TestDatabase, organizationId: string): Promise<Record<FactTable, Row[]>> {
  const facts: Partial<Record<FactTable, Row[]>> = {};
  await database.inOrganization(organizationId, async (trx) => {
    for (const table of factTables) {
      const { rows } = await sql<{ fact: Row }>`
        select to_jsonb(t) - 'organization_id' - 'seen_sync_id' as fact from ${sql.table(table)} t order by 1
      `.execute(trx);
      facts[table] = rows.map(({ fact }) => fact);
    }
  });
  return facts as Record<FactTable, Row[]>;
}

/** Rows of facts and raw items written since the given transaction id, to show that nothing was. */
export async function countWrites({ database }: TestDatabase, organizationId: string, since: string): Promise<Record<string, number>> {
  const writes: Record<string, number> = {};
  await database.inOrganization(organizationId, async (trx) => {
    for (const table of [...factTables, 'raw_item'] as const) {
      const { rows } = await sql<{ writes: number }>`
        select count(*) as writes from ${sql.table(table)} t where (t.xmin::text::bigint) > ${since}::bigint
      `.execute(trx);
      const [row] = rows;
      if (row && row.writes > 0) writes[table] = row.writes;
    }
  });
  return writes;
}

export async function readTransactionId({ database }: TestDatabase): Promise<string> {
  return database.asSystem(async (trx) => {
    const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(trx);
    return rows[0]?.id ?? '0';
  });
}

export async function readRows<T>({ database }: TestDatabase, organizationId: string, query: ReturnType<typeof sql<T>>): Promise<T[]> {
  return database.inOrganization(organizationId, async (trx) => (await query.execute(trx)).rows);
}
