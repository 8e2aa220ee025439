import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { type Deployment, type Fault, generateCompany, type JiraTwin, makeTooManyRequests, SERVER_ERROR } from '@speedtax/tracker-twin';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SyncContext, SyncSettings } from '../src/context.ts';
import { readFacts, readRows } from './facts.ts';
import { makeClock, makeWorkspace, serveJira, type Workspace } from './harness.ts';

const today = Date.parse('2026-11-20T12:00:00Z');
const clock = makeClock(today);
const company = generateCompany({ seed: 4, issues: 300, today, fits: 'jira' });
const maxKills = 200;
/** Lists of the site are asked for together: when one is refused the others are on their way. */
const isAskedAmongOthers = /^(field|status|issuetype|issueLinkType|priority|project|sprint)/i;
let test: TestDatabase;

beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test?.close());

const resized = (resize: (size: number) => number): Partial<SyncSettings> => ({
  choosePlan: (plan) => plan.map((phase) => ({ ...phase, pageSize: resize(phase.pageSize) })),
});
/** Small enough for boundaries within every phase that has pages. */
const smallPages = resized((size) => Math.min(size, 90));

type Wrap = NonNullable<Parameters<typeof makeWorkspace>[1]['wrap']>;

class Killed extends Error {}

/** Dies at every so many transactions: before one began, before it was committed, or right after, in turn. */
function killAt(isDue: (transaction: number) => boolean): Wrap {
  const moments = ['before', 'inside', 'after'] as const;
  let [transactions, kills] = [0, 0];
  const dieIf = (dies: boolean) => {
    if (dies) throw new Killed();
  };
  return (database) => ({
    ...database,
    inOrganization: (async (organizationId, run, options) => {
      transactions += 1;
      if (!isDue(transactions)) return database.inOrganization(organizationId, run, options);
      kills += 1;
      const moment = moments[kills % moments.length];
      dieIf(moment === 'before');
      const result = await database.inOrganization(organizationId, (trx) => run(trx).finally(() => dieIf(moment === 'inside')), options);
      dieIf(moment === 'after');
      return result;
    }) as SyncContext['database']['inOrganization'],
  });
}

describe.each(['cloud', 'data-center'] as const)('a Jira of the kind %s', { timeout: 120_000 }, (jira: Deployment) => {
  let twin: JiraTwin;
  let fault: (place: number) => Fault | undefined = () => undefined;
  let clean: unknown;

  beforeAll(async () => {
    twin = await serveJira(company, clock, jira, {
      onRequest: ({ place, name }) => (isAskedAmongOthers.test(name) ? undefined : fault(place)),
    });
    clean = await syncAfresh({});
  });
  afterEach(() => {
    fault = () => undefined;
  });
  afterAll(() => twin?.close());

  const open = ({ settings, wrap }: { settings?: Partial<SyncSettings>; wrap?: Wrap }) =>
    makeWorkspace(test, { url: twin.url, clock, jira, ...(settings && { settings }), ...(wrap && { wrap }) });

  async function syncAfresh(options: { settings?: Partial<SyncSettings>; wrap?: Wrap }): Promise<unknown> {
    const workspace = await open(options);
    await syncThroughKills(workspace, 'backfill');
    return readFacts(test, workspace.organizationId);
  }

  /** Whoever is killed is called again: by the queue, or by the schedule. */
  async function syncThroughKills(workspace: Workspace, kind: 'backfill' | 'remap'): Promise<void> {
    for (let kills = 0; kills < maxKills; kills += 1) {
      try {
        await workspace.sync(kind);
        return;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
    }
    throw new Error(`expected to be done after ${maxKills} kills`);
  }

  it.each([
    { name: 'small pages', settings: smallPages },
    { name: 'a page a turn', settings: { ...smallPages, stepMs: 0 } },
  ])('comes to the same facts with $name', async ({ settings }) => {
    expect(await syncAfresh({ settings })).toEqual(clean);
  });

  // More than a turn at the end needs, so that somebody who is killed as often comes to it at some time.
  const every = 13;
  it.each([1, 4, 7])('loses and doubles nothing when killed again and again: round %i', async (round) => {
    expect(await syncAfresh({ settings: smallPages, wrap: killAt((transaction) => transaction % every === round) })).toEqual(clean);
  });

  it.each([5])('is mapped again as a whole when killed again and again: round %i', async (round) => {
    let kills = (_transaction: number) => false;
    const workspace = await open({ wrap: killAt((transaction) => kills(transaction)) });
    await workspace.sync('backfill');
    const choose = (mapping: object) =>
      readRows(test, workspace.organizationId, sql`update connection set mapping = ${JSON.stringify(mapping)}::jsonb`);
    kills = (transaction) => transaction % every === round;
    const keys = company.teams.all.slice(0, 3).map(({ key }) => key);
    for (const mapping of [{ teams: { source: 'project', groups: [{ name: 'Together', keys }] } }, {}]) {
      await choose(mapping);
      await syncThroughKills(workspace, 'remap');
    }
    expect(await readFacts(test, workspace.organizationId)).toEqual(clean);
  });

  it.each([
    ['fails', SERVER_ERROR],
    ['limits us', makeTooManyRequests(30)],
    ['breaks off', 'reset'],
  ] as const)('loses nothing when the tracker %s again and again', async (_what, failure) => {
    const from = twin.ledger.entries.length;
    fault = (place) => (place % 15 === 14 ? failure : undefined);
    expect(await syncAfresh({ settings: { ...smallPages, requestsAtOnce: 1 } })).toEqual(clean);
    expect(twin.ledger.entries.slice(from).filter(({ isEarlyRetry }) => isEarlyRetry)).toEqual([]);
  });

  it('is asked nothing before an hourly quota is full again', async () => {
    const limited = await serveJira(company, clock, jira, { limits: { pointsPerHour: 400, saysRetryAfter: false } });
    const workspace = await makeWorkspace(test, { url: limited.url, clock, jira, settings: { ...smallPages, requestsAtOnce: 1 } });
    const before = clock.now();
    await workspace.sync('backfill');
    expect(clock.now() - before).toBeGreaterThan(30 * 60_000);
    expect(limited.ledger.earlyRetries).toBe(0);
    await limited.close();
  });

  it('deletes nothing when its credentials are revoked, and says the tracker’s reason', async () => {
    const workspace = await open({});
    await workspace.sync('backfill');
    clock.advance(3_600_000);
    fault = () => ({
      status: 401,
      headers: { 'content-type': 'text/plain' },
      body: 'Client must be authenticated to access this resource.',
    });
    await workspace.sync('incremental');
    const [row] = await readRows(
      test,
      workspace.organizationId,
      sql<{ status: string; reason: string; state: string }>`
        select c.status, c.status_reason as reason, s.state from connection c join sync s on s.connection_id = c.id order by s.created_at desc limit 1`,
    );
    expect(row).toMatchObject({ status: 'unauthorized', state: 'failed' });
    expect(row?.reason).toBeTruthy();
    expect(await readFacts(test, workspace.organizationId)).toEqual(clean);
  });
});
