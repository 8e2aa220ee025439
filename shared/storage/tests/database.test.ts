import { randomUUID } from 'node:crypto';
import { openDatabase } from '@speedtax/storage';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let test: TestDatabase;
beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test?.close());

const insertTeam = (name: string) => {
  const row = { organization_id: test.organizationId, id: randomUUID(), connection_id: randomUUID(), external_id: name, key: name, name };
  return { ...row, url: null, archived_at: null };
};
const listTeamNames = () =>
  test.database.inOrganization(test.organizationId, async (trx) =>
    (await trx.selectFrom('team').select('name').execute()).map((team) => team.name),
  );

describe('the database', () => {
  it('reads days as text, instants as dates, whole and decimal numbers as numbers', async () => {
    const { rows } = await test.database.inOrganization(test.organizationId, (trx) =>
      sql`
        select date '2026-03-29' as day, timestamptz '2026-03-29 03:30:00.123+02' as at, 9007199254740991::int8 as big, 0.1::numeric as tenth,
          '-infinity'::timestamptz as ever, timestamptz '0044-03-15 12:00:00 BC' as ides
      `.execute(trx),
    );
    expect(rows).toEqual([
      {
        day: '2026-03-29',
        at: new Date('2026-03-29T01:30:00.123Z'),
        big: Number.MAX_SAFE_INTEGER,
        tenth: 0.1,
        ever: Number.NEGATIVE_INFINITY,
        ides: new Date('-000043-03-15T12:00:00Z'),
      },
    ]);
  });

  it('keeps nothing of a transaction that threw', async () => {
    const failing = test.database.inOrganization(test.organizationId, async (trx) => {
      await trx.insertInto('team').values(insertTeam('half')).execute();
      throw new Error('crashed');
    });
    await expect(failing).rejects.toThrow('crashed');
    expect(await listTeamNames()).not.toContain('half');
  });

  it('does not call a transaction committed in which an error was swallowed', async () => {
    const swallowing = test.database.inOrganization(test.organizationId, async (trx) => {
      await trx.insertInto('team').values(insertTeam('swallowed')).execute();
      await sql`select 1 / 0`.execute(trx).catch(() => {});
    });
    await expect(swallowing).rejects.toThrow();
    expect(await listTeamNames()).not.toContain('swallowed');
  });

  it('refuses to write where only reading was asked for', async () => {
    const writing = test.database.inOrganization(
      test.organizationId,
      (trx) => trx.insertInto('team').values(insertTeam('read only')).execute(),
      { readOnly: true },
    );
    await expect(writing).rejects.toThrow(/read-only/);
  });

  it('ends a statement that takes longer than allowed', async () => {
    const slow = test.database.inOrganization(test.organizationId, (trx) => sql`select pg_sleep(60)`.execute(trx), {
      statementTimeoutMs: 20,
    });
    await expect(slow).rejects.toThrow(/statement timeout/);
  });

  it('leaves neither role nor organization behind on the connection', async () => {
    const database = openDatabase({ url: test.url, applicationName: 'one', maxConnections: 1, onError: () => {} });
    await database.inOrganization(test.organizationId, async () => {});
    const seen = await database.asSystem((trx) =>
      sql`select current_user as role, nullif(current_setting('speedtax.organization_id', true), '') as organization`.execute(trx),
    );
    await database.close();
    expect(seen.rows).toEqual([{ role: 'speedtax_system', organization: null }]);
  });

  it('survives a connection that is cut in the middle of a transaction, and opens another', async () => {
    const database = openDatabase({ url: test.url, applicationName: 'cut', maxConnections: 1, onError: () => {} });
    const killer = new pg.Client({ connectionString: test.url });
    await killer.connect();
    const cut = database.inOrganization(test.organizationId, async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await killer.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await sql`select 1`.execute(trx);
    });
    await expect(cut).rejects.toThrow();
    await killer.end();
    await database.ping();
    expect(await database.inOrganization(test.organizationId, async () => 'again')).toBe('again');
    await database.close();
  });
});
