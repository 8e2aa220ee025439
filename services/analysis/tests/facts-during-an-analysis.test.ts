import { randomUUID } from 'node:crypto';
import { beginMemory, findForgotten, findSnapshot, forgetSeen } from '@speedtax/storage/incremental';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let test: TestDatabase;
beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test?.close());

const organizationId = randomUUID();
const inOrganization: <T>(run: Parameters<typeof test.database.inOrganization<T>>[1]) => Promise<T> = (run) =>
  test.database.inOrganization(organizationId, run);

const writeTeam = (key: string) =>
  inOrganization((trx) =>
    trx
      .insertInto('team')
      .values({ organization_id: organizationId, connection_id: connectionId, id: randomUUID(), external_id: key, key, name: key })
      .execute(),
  );
const connectionId = randomUUID();

describe('what is written while a whole company is analyzed', () => {
  it('is for the next analysis, though so much had changed before that nothing was remembered', async () => {
    await test.database.asSystem((trx) => trx.insertInto('organization').values({ id: organizationId, name: 'Growing' }).execute());
    await inOrganization((trx) => beginMemory(trx, organizationId));
    await writeTeam('PAY');

    await inOrganization((trx) => beginMemory(trx, organizationId));
    expect(await inOrganization((trx) => findForgotten(trx, organizationId))).toBe('team');
    const snapshot = await inOrganization((trx) => findSnapshot(trx));
    await writeTeam('WEB');
    await inOrganization((trx) => forgetSeen(trx, organizationId, snapshot));

    expect(await inOrganization((trx) => findForgotten(trx, organizationId))).toBe('team');
  });
});
