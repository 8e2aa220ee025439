import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { BAD_GATEWAY, type Fault, generateCompany, makeTooManyRequests, type Twin } from '@speedtax/tracker-twin';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { handleSyncDue } from '../src/jobs/sync-due.ts';
import { readFacts, readRows } from './facts.ts';
import { makeClock, makeWorkspace, serve } from './harness.ts';

const today = Date.parse('2026-11-20T12:00:00Z');
const clock = makeClock(today);
const company = generateCompany({ seed: 21, issues: 300, today });
let test: TestDatabase;
let twin: Twin;
let fault: (place: number) => Fault | undefined | Promise<Fault | undefined> = () => undefined;
let clean: unknown;

beforeAll(async () => {
  test = await makeTestDatabase();
  twin = await serve(company, clock, { onRequest: ({ place }) => fault(place) });
  const workspace = await makeWorkspace(test, { url: twin.url, clock });
  await workspace.sync('backfill');
  clean = await readFacts(test, workspace.organizationId);
});
afterEach(() => {
  fault = () => undefined;
});
afterAll(async () => {
  await twin?.close();
  await test?.close();
});

async function statusOf(organizationId: string) {
  const [row] = await readRows(
    test,
    organizationId,
    sql<
      Record<string, unknown>
    >`select c.status, c.status_reason, s.state, s.error from connection c join sync s on s.connection_id = c.id order by s.created_at desc limit 1`,
  );
  return row;
}

describe('a tracker that limits us', () => {
  it('is asked nothing before the instant it names', async () => {
    const limited = await serve(company, clock, { limits: { requestsPerHour: 12, pointsPerHour: 60_000 } });
    const workspace = await makeWorkspace(test, { url: limited.url, clock });
    await workspace.sync('backfill');
    expect(await readFacts(test, workspace.organizationId)).toEqual(clean);
    expect(limited.ledger.earlyRetries).toBe(0);
    expect(clock.now() - today).toBeGreaterThan(3_600_000);
    await limited.close();
  });

  it('is asked nothing while a storm of refusals asks to wait', async () => {
    const from = twin.ledger.entries.length;
    fault = (place) => (place % 3 === 0 ? makeTooManyRequests(30) : undefined);
    const workspace = await makeWorkspace(test, { url: twin.url, clock, settings: { requestsAtOnce: 1 } });
    await workspace.sync('backfill');
    expect(await readFacts(test, workspace.organizationId)).toEqual(clean);
    const storm = twin.ledger.entries.slice(from);
    expect(storm.filter(({ status }) => status === 429).length).toBeGreaterThan(3);
    expect(storm.filter(({ isEarlyRetry }) => isEarlyRetry)).toEqual([]);
  });

  it('does not make the connection a failing one', async () => {
    const workspace = await makeWorkspace(test, { url: twin.url, clock });
    fault = () => makeTooManyRequests(30);
    await workspace.start('backfill');
    await expect(workspace.runJobs(5)).rejects.toThrow('quiet within 5 jobs');
    expect(await statusOf(workspace.organizationId)).toMatchObject({ status: 'syncing', state: 'running' });
  });
});

describe('a tracker that is down', () => {
  it('makes the connection a failing one, which goes on by itself', async () => {
    const workspace = await makeWorkspace(test, { url: twin.url, clock });
    const from = twin.ledger.entries.length;
    const seen: unknown[] = [];
    fault = async (place) => {
      if (place >= from + 6) return undefined;
      seen.push((await statusOf(workspace.organizationId))?.status);
      return BAD_GATEWAY;
    };
    await workspace.sync('backfill');
    expect(seen).toEqual(['syncing', ...Array.from({ length: 5 }, () => 'failing')]);
    expect(await statusOf(workspace.organizationId)).toMatchObject({ status: 'ready', status_reason: null, state: 'done', error: null });
    expect(await readFacts(test, workspace.organizationId)).toEqual(clean);
  });
});

describe('credentials that are revoked', () => {
  it('end the sync with the tracker’s reason, delete nothing, and are not tried again by themselves', async () => {
    const workspace = await makeWorkspace(test, { url: twin.url, clock });
    await workspace.sync('backfill');
    clock.advance(3_600_000);
    fault = () => ({
      status: 401,
      body: JSON.stringify({
        errors: [{ message: 'Authentication required', extensions: { type: 'authentication error', code: 'AUTHENTICATION_ERROR' } }],
      }),
    });
    await workspace.sync('incremental');
    expect(await statusOf(workspace.organizationId)).toMatchObject({
      status: 'unauthorized',
      status_reason: 'Authentication required',
      state: 'failed',
      error: 'Authentication required',
    });
    expect(await readFacts(test, workspace.organizationId)).toEqual(clean);
    const asked = twin.ledger.entries.length;
    clock.advance(3_600_000);
    await handleSyncDue(workspace.context);
    await workspace.runJobs();
    expect(twin.ledger.entries.length).toBe(asked);
  });
});
