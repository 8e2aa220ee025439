import { randomUUID } from 'node:crypto';
import { makeSecretKeys, openSecret, type SecretKeys, sealSecret } from '@speedtax/runtime';
import { openAccountPool, sealedColumns } from '@speedtax/storage/accounts';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { at } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rotateKeys } from '../src/secrets/rotate-keys.ts';

const older = makeSecretKeys('the-first-secret-of-this-installation');
const both = makeSecretKeys('the-second-secret-of-this-installation,the-first-secret-of-this-installation');
const newer = makeSecretKeys('the-second-secret-of-this-installation');
const connections = 150;
const token = (k: number) => `lin_api_of_connection_${k}`;
const ids = Array.from({ length: connections }, () => randomUUID());

let test: TestDatabase;
beforeAll(async () => {
  test = await makeTestDatabase();
  for (const [k, id] of ids.entries()) await addConnection(id, token(k), older);
});
afterAll(() => test.close());

async function addConnection(id: string, plain: string, keys: SecretKeys): Promise<void> {
  const { organizationId, database } = test;
  const credentials = await sealSecret(keys, { organizationId, rowId: id }, plain);
  const row = { provider: 'linear' as const, name: id, base_url: 'https://x', status: 'ready' as const };
  await database.inOrganization(organizationId, (trx) =>
    trx
      .insertInto('connection')
      .values({ organization_id: organizationId, id, credentials, ...row })
      .execute(),
  );
}

async function readToken(id: string, keys: SecretKeys): Promise<string> {
  const { organizationId, database } = test;
  const { credentials } = await database.inOrganization(organizationId, (trx) =>
    trx.selectFrom('connection').select('credentials').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  return openSecret(keys, { organizationId, rowId: id }, credentials);
}

async function renewToken(id: string, plain: string): Promise<void> {
  const { organizationId, database } = test;
  const credentials = await sealSecret(both, { organizationId, rowId: id }, plain);
  await database.inOrganization(organizationId, (trx) => trx.updateTable('connection').set({ credentials }).where('id', '=', id).execute());
}

describe('the rotation of keys', () => {
  it('is noticed by nobody who reads or renews credentials meanwhile, and needs the old key no longer', async () => {
    const rotation = rotateKeys({ database: test.database, secretKeys: both, now: () => at(10).getTime() });
    let isOver = false;
    rotation.finally(() => (isOver = true));
    const renewed = new Map<string, string>();
    for (let k = 0; !isOver && k < 10_000; k++) {
      const place = (k * 7) % connections;
      const id = ids[place] ?? '';
      expect(await readToken(id, both)).toBe(renewed.get(id) ?? token(place));
      if (k % 3 > 0) continue;
      await renewToken(id, `renewed_${k}`);
      renewed.set(id, `renewed_${k}`);
    }
    const resealed = await rotation;
    expect(resealed).toBeGreaterThan(0);
    expect(renewed.size).toBeGreaterThan(0);
    for (const [k, id] of ids.entries()) expect(await readToken(id, newer)).toBe(renewed.get(id) ?? token(k));
  });

  it('changes nothing the second time', async () => {
    expect(await rotateKeys({ database: test.database, secretKeys: newer, now: () => at(10).getTime() })).toBe(0);
  });

  it('is in the audit log', async () => {
    const { organizationId, database } = test;
    const entries = await database.inOrganization(organizationId, (trx) => trx.selectFrom('audit_entry').select('action').execute());
    expect(entries).toEqual([{ action: 'key.rotated' }]);
  });

  it('stops at a secret that none of the keys opens, and says which', async () => {
    const id = randomUUID();
    await addConnection(id, 'from elsewhere', makeSecretKeys('a-secret-that-nobody-knows-any-more'));
    await expect(rotateKeys({ database: test.database, secretKeys: newer, now: () => at(10).getTime() })).rejects.toMatchObject({
      reason: 'unknown-key',
    });
  });
});

describe('the database', () => {
  it('holds no credential in the open, in no column of any table, and every sealed column is known to the rotation', async () => {
    const tables = new Set(sealedColumns.map(({ table }) => table));
    for (const table of tables) {
      const rows = await test.database.inOrganization(test.organizationId, (trx) => trx.selectFrom(table).selectAll().execute());
      expect(JSON.stringify(rows)).not.toMatch(/lin_api_of|renewed_/);
    }
    const columns = await listColumns(test.url);
    const named = columns
      .filter(({ name }) => /^(credentials|secret)$|token|password|_sealed$/.test(name))
      .map(({ table, name }) => `${table}.${name}`);
    const hashed = ['invitation.token_hash'];
    expect(named.filter((place) => !hashed.includes(place)).sort()).toEqual(
      sealedColumns.map(({ table, column }) => `${table}.${column}`).sort(),
    );
  });
});

/** Every column of every table of organizations. */
async function listColumns(url: string): Promise<{ table: string; name: string }[]> {
  const pool = openAccountPool({ url, applicationName: 'test', onError: () => {} });
  const { rows } = await pool.query<{ table: string; name: string }>(
    `select c.relname as table, a.attname as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 where c.relkind in ('r', 'p')`,
  );
  await pool.end();
  return rows;
}
