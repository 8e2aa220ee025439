import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openDatabase } from '@speedtax/storage';
import { listSyncCursors } from '@speedtax/storage/facts';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { insertCompanyStory, workedExample } from '@speedtax/storage/testing/company-story';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { backupDatabase } from '../src/backup/backup-database.ts';
import { restoreDatabase } from '../src/backup/restore-database.ts';
import { createDatabase, dropDatabase, urlOfDatabase } from '../src/testing/create-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'speedtax-backup-'));
const file = join(folder, 'speedtax.backup.gz');
const serverUrl = inject('speedtaxPostgresUrl');
const made: string[] = [];
let test: TestDatabase;

beforeAll(async () => {
  test = await makeTestDatabase();
  const { connectionId } = await insertCompanyStory(test.database, test.organizationId, workedExample, 10);
  await test.database.inOrganization(test.organizationId, async (trx) => {
    await sql`update team set name = ${'tab\there, line\nthere, \\. and “quotes” \\N'} where key = 'A'`.execute(trx);
    await sql`insert into sync_cursor (organization_id, connection_id, phase, sync_id, state, position)
      values (${test.organizationId}, ${connectionId}, 'issues', ${randomUUID()}, 'open', '{"after":"page 7","since":"2026-01-01"}')`.execute(
      trx,
    );
  });
});
afterAll(async () => {
  for (const name of made) await dropDatabase(serverUrl, name);
  rmSync(folder, { recursive: true });
  await test.close();
});

async function makeEmptyDatabase(): Promise<string> {
  const name = `restored_${randomUUID().replaceAll('-', '')}`;
  await createDatabase(serverUrl, name);
  made.push(name);
  return urlOfDatabase(serverUrl, name);
}

/** Every row of every table of an organization, as text. */
async function readAll(url: string): Promise<string[]> {
  const database = openDatabase({ url, applicationName: 'test', onError: () => {} });
  try {
    return await database.inOrganization(test.organizationId, async (trx) => {
      const { rows: tables } = await sql<{ name: string }>`
        select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
          and has_table_privilege(oid, 'select') and relname not in ('fact_before', 'fact_memory') order by 1`.execute(trx);
      const all: string[] = [];
      for (const { name } of tables) {
        const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(trx);
        all.push(...rows.map(({ row }) => `${name} ${row}`));
      }
      return all;
    });
  } finally {
    await database.close();
  }
}

describe('a backup', () => {
  it('brings everything back into an empty database, word for word, with the cursors of syncs', async () => {
    const counts = await backupDatabase(test.url, file, new Date('2026-01-11T00:00:00Z'));
    expect(counts.get('issue')).toBeGreaterThan(0);
    // What is written after it is not in it.
    const before = await readAll(test.url);
    await test.database.inOrganization(test.organizationId, (trx) => sql`update team set name = 'Later'`.execute(trx));
    const url = await makeEmptyDatabase();
    expect(await restoreDatabase(url, file)).toEqual(counts);
    expect(await readAll(url)).toEqual(before);
    const restored = openDatabase({ url, applicationName: 'test', onError: () => {} });
    const { rows } = await restored.asSystem((trx) => sql<{ id: string }>`select id from connection`.execute(trx));
    const place = { organizationId: test.organizationId, connectionId: rows[0]?.id ?? '' };
    const cursors = await restored.inOrganization(test.organizationId, (trx) => listSyncCursors(trx, place));
    expect(cursors.find(({ phase }) => phase === 'issues')?.position).toEqual({ after: 'page 7', since: '2026-01-01' });
    await restored.close();
  });

  it('is never mixed with what is there', async () => {
    await expect(restoreDatabase(test.url, file)).rejects.toThrow(/not empty/);
  });

  it('that is cut brings nothing back', async () => {
    const cut = join(folder, 'cut.gz');
    writeFileSync(cut, readFileSync(file));
    truncateSync(cut, readFileSync(file).length - 200);
    const url = await makeEmptyDatabase();
    await expect(restoreDatabase(url, cut)).rejects.toThrow();
    expect(await readAll(url)).toEqual([]);
  });

  it('that is none is refused', async () => {
    const none = join(folder, 'none.gz');
    writeFileSync(none, gzipSync('hello\n'));
    await expect(restoreDatabase(await makeEmptyDatabase(), none)).rejects.toThrow(/no backup of Speedtax/);
  });
});
