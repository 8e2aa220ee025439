import { randomUUID } from 'node:crypto';
import { openAccountPool } from '@speedtax/storage/accounts';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listColumns } from './list-columns.ts';

let test: TestDatabase;
let tables: string[];

beforeAll(async () => {
  test = await makeTestDatabase();
  tables = [...new Set((await listColumns(test.url)).map((column) => column.table))].filter((table) => table !== 'organization');
});
afterAll(() => test?.close());

/** The smallest row a table takes, made from the types of its columns, so that a new table is tested without anybody thinking of it. */
async function rowOf(table: string, organizationId: string): Promise<Record<string, RawBuilder<unknown>>> {
  const choices: Record<string, string> = {
    'alert.kind': 'deadlock',
    'alert.subject_kind': 'team',
    'alert_channel.kind': 'slack',
    'alert_delivery.state': 'waiting',
    'alert_event.kind': 'raised',
    'alert_rule.kind': 'deadlock',
    'api_key.role': 'admin',
    'audit_entry.actor_kind': 'user',
    'invitation.role': 'viewer',
    'member.role': 'viewer',
    'connection.provider': 'linear',
    'connection.status': 'ready',
    'identity_decision.kind': 'team',
    'sync.kind': 'backfill',
    'sync.state': 'done',
    'sync_cursor.state': 'open',
    'sync_hint.subject': 'issue',
    'oauth_flow.provider': 'linear',
    'initiative.status': 'active',
    'project.status': 'active',
    'initiative_owner_change.source': 'history',
    'issue_change.field': 'status',
    'issue_link_change.action': 'added',
    'issue_link_change.side': 'blocker',
    'dependency.start_evidence': 'link',
    'issue_mention.place': 'text',
    'issue_mention.evidence': 'seen',
    'open_sum.subject': 'team',
    'initiative_verdict.ownership': 'single',
    'treatment.kind': 'interface',
  };
  const samples: Record<string, string> = {
    uuid: sharedId,
    text: 'text',
    bool: 'true',
    int2: '1',
    int4: '1',
    float8: '1',
    date: '2026-01-01',
    timestamptz: '2026-01-01T00:00:00Z',
    jsonb: '{}',
    bytea: '',
    _text: '{}',
    _uuid: '{}',
    _int2: '{}',
    _int4: '{}',
    _timestamptz: '{}',
    varbit: '1',
    _float8: '{}',
  };
  const columns = (await listColumns(test.url)).filter((column) => column.table === table && column.isRequired);
  return Object.fromEntries(
    columns.map(({ name, type }) => {
      const sample = name === 'organization_id' ? organizationId : (choices[`${table}.${name}`] ?? samples[type]);
      return [name, sql`${sample}::${sql.raw(type)}`];
    }),
  );
}
const sharedId = randomUUID();

async function insertRow(as: string, into: string, organizationId: string): Promise<void> {
  const row = await rowOf(into, organizationId);
  const names = sql.join(Object.keys(row).map((name) => sql.ref(name)));
  await test.database.inOrganization(as, (trx) =>
    sql`insert into ${sql.table(into)} (${names}) values (${sql.join(Object.values(row))})`.execute(trx),
  );
}

/** As the sign-in does: no role of transactions may. */
async function insertAccount(id: string): Promise<void> {
  const pool = openAccountPool({ url: test.url, applicationName: 'test', onError: () => {} });
  await pool.query('insert into auth."user" (id, name, email) values ($1, $2, $3)', [id, 'Ada', `${id}@example.com`]);
  await pool.end();
}

async function countRows(table: string, organizationId: string): Promise<number> {
  return test.database.inOrganization(organizationId, async (trx) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(trx);
    return rows[0]?.n ?? -1;
  });
}

describe('organizations are kept apart by the database', () => {
  it('every table has the organization first in its key', async () => {
    const { rows } = await test.database.asSystem((trx) =>
      sql<{ table: string; first: string }>`
        select c.relname as table, a.attname as first
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        left join pg_index i on i.indrelid = c.oid and i.indisprimary
        left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where c.relkind in ('r', 'p')
      `.execute(trx),
    );
    const firstColumns = new Map(rows.map((row) => [row.table, row.first]));
    expect(tables.length).toBeGreaterThan(30);
    for (const table of tables) expect([table, firstColumns.get(table)]).toEqual([table, 'organization_id']);
  });

  it('every table forces row-level security and has a policy, the organizations themselves too', async () => {
    const { rows } = await test.database.asSystem((trx) =>
      sql<{ table: string; forced: boolean; policies: number }>`
        select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as forced,
          (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
        from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        where c.relkind in ('r', 'p')
      `.execute(trx),
    );
    const found = new Map(rows.map((row) => [row.table, row]));
    for (const table of [...tables, 'organization']) {
      expect(found.get(table)).toMatchObject({ forced: true });
      expect(found.get(table)?.policies, table).toBeGreaterThan(0);
    }
  });

  it('a row is seen by its own organization only, in every table', async () => {
    const other = randomUUID();
    await insertAccount(sharedId);
    // They must be there before what hangs on them.
    const first = ['connection', 'alert', 'alert_rule', 'alert_channel', 'alert_event'];
    for (const table of [...first, ...tables.filter((table) => !first.includes(table))]) {
      await insertRow(test.organizationId, table, test.organizationId);
      expect([table, await countRows(table, test.organizationId), await countRows(table, other)]).toEqual([table, 1, 0]);
    }
  });

  it('a query without its organization returns nothing, in every table', async () => {
    for (const table of tables) {
      const { rows } = await test.database.inOrganization(randomUUID(), async (trx) => {
        await sql`select set_config('speedtax.organization_id', '', true)`.execute(trx);
        return sql`select * from ${sql.table(table)}`.execute(trx);
      });
      expect([table, rows]).toEqual([table, []]);
    }
  });

  it('a row for another organization is refused, in every table', async () => {
    for (const table of tables) {
      await expect(insertRow(test.organizationId, table, randomUUID()), table).rejects.toThrow(/row-level security/);
    }
  });

  it('the system role reads nothing but what it needs across organizations', async () => {
    const readable: string[] = [];
    for (const table of tables) {
      await test.database
        .asSystem((trx) => sql`select 1 from ${sql.table(table)}`.execute(trx))
        .then(
          () => readable.push(table),
          () => {},
        );
    }
    expect(readable.sort()).toEqual(['alert_delivery', 'api_key', 'connection', 'invitation', 'member', 'sync', 'sync_hint', 'webhook']);
  });

  it('of accounts an organization sees who its members are, and nothing by which anybody signs in', async () => {
    const seen = async (organizationId: string) =>
      (await test.database.inOrganization(organizationId, (trx) => sql`select id, name, email from auth."user"`.execute(trx))).rows.length;
    expect([await seen(test.organizationId), await seen(randomUUID())]).toEqual([1, 0]);
    for (const table of ['session', 'account', 'verification', 'attempt']) {
      const asApp = test.database.inOrganization(test.organizationId, (trx) =>
        sql`select 1 from ${sql.table(`auth.${table}`)}`.execute(trx),
      );
      await expect(asApp, table).rejects.toThrow(/permission denied/);
      const asSystem = test.database.asSystem((trx) => sql`select 1 from ${sql.table(`auth.${table}`)}`.execute(trx));
      await expect(asSystem, table).rejects.toThrow(/permission denied/);
    }
  });

  it('the sign-in reaches accounts and no table of an organization', async () => {
    const pool = openAccountPool({ url: test.url, applicationName: 'test', onError: () => {} });
    for (const table of ['organization', ...tables]) {
      await expect(pool.query(`select 1 from public."${table}"`), table).rejects.toThrow(/permission denied/);
    }
    await pool.end();
  });

  it('an organization id that is no UUID never reaches the database', async () => {
    await expect(test.database.inOrganization("x', true); drop table team; --", async () => 1)).rejects.toThrow(/expected a UUID/);
  });
});
