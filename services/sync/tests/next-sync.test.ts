import { randomUUID } from 'node:crypto';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { generateCompany, type Twin } from '@speedtax/tracker-twin';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRows } from './facts.ts';
import { makeClock, makeWorkspace, serve, type Workspace } from './harness.ts';

const today = Date.parse('2026-11-20T12:00:00Z');
const clock = makeClock(today);
const company = generateCompany({ seed: 23, issues: 40, today });
let test: TestDatabase;
let twin: Twin;

beforeAll(async () => {
  test = await makeTestDatabase();
  twin = await serve(company, clock);
});
afterAll(async () => {
  await twin?.close();
  await test?.close();
});

/** Asked for while another one is under way. */
function note({ place, organizationId }: Workspace, kind: 'incremental' | 'remap') {
  const [id, at] = [randomUUID(), new Date(clock.now() + 1)];
  return test.database.inOrganization(organizationId, (trx) =>
    sql`insert into sync (organization_id, id, connection_id, kind, state, created_at)
      values (${organizationId}, ${id}, ${place.connectionId}, ${kind}, 'queued', ${at})`.execute(trx),
  );
}

const statesOf = ({ organizationId }: Workspace) =>
  readRows(
    test,
    organizationId,
    sql`select s.kind, s.state, c.status from sync s join connection c on c.id = s.connection_id order by s.created_at`,
  );

describe('a sync that was asked for while another one read', () => {
  it('follows it at once, so that what came meanwhile is read', async () => {
    const workspace = await makeWorkspace(test, { url: twin.url, clock });
    await workspace.start('backfill');
    await note(workspace, 'incremental');
    await workspace.runJobs();
    expect(await statesOf(workspace)).toEqual([
      { kind: 'backfill', state: 'done', status: 'ready' },
      { kind: 'incremental', state: 'done', status: 'ready' },
    ]);
  });
});

describe('mapping again', () => {
  it('does not make ready what was never read', async () => {
    const workspace = await makeWorkspace(test, { url: twin.url, clock });
    await note(workspace, 'remap');
    await workspace.start('remap');
    await workspace.runJobs();
    expect(await statesOf(workspace)).toEqual([{ kind: 'remap', state: 'done', status: 'pending' }]);
  });

  it('does not make ready what the tracker refuses', async () => {
    const workspace = await makeWorkspace(test, { url: twin.url, clock });
    await workspace.sync('backfill');
    const become = (status: string) =>
      test.database.inOrganization(workspace.organizationId, (trx) => sql`update connection set status = ${status}`.execute(trx));
    await become('syncing');
    await workspace.sync('remap');
    expect((await statesOf(workspace)).at(-1)).toEqual({ kind: 'remap', state: 'done', status: 'ready' });
    await become('unauthorized');
    clock.advance(1);
    await workspace.sync('remap');
    expect((await statesOf(workspace)).at(-1)).toEqual({ kind: 'remap', state: 'done', status: 'unauthorized' });
  });
});
