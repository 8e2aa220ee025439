import { randomUUID } from 'node:crypto';
import { migrate } from '@speedtax/storage';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDatabase, dropDatabase, urlOfDatabase } from '../src/testing/create-database.ts';

const name = `migrate_${randomUUID().replaceAll('-', '')}`;
let url: string;

beforeAll(async () => {
  await createDatabase(inject('speedtaxPostgresUrl'), name);
  url = urlOfDatabase(inject('speedtaxPostgresUrl'), name);
});
afterAll(() => dropDatabase(inject('speedtaxPostgresUrl'), name));

describe('migrations', () => {
  it('run once, in order, when several processes start together', async () => {
    const ran = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const all = ran.flat();
    expect(all[0]).toBe('0001-roles');
    expect(all).toEqual([...all].sort());
    expect(new Set(all).size).toBe(all.length);
    expect(await migrate(url)).toEqual([]);
  });

  it('say what is wrong with a database that cannot be reached', async () => {
    await expect(migrate('postgres://nobody:wrong@127.0.0.1:1/none')).rejects.toThrow(/The database cannot be migrated: .*ECONNREFUSED/);
  });
});
