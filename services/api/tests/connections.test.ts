import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoints, type Problem } from '@speedtax/contract';
import { makeGuardedFetch, openSecret } from '@speedtax/runtime';
import { workedExample } from '@speedtax/storage/testing/company-story';
import { writeLinearCredentials } from '@speedtax/trackers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCheckCredentials } from '../src/connections/check-credentials.ts';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

const newConnection = { provider: 'linear', name: 'Our Linear', apiKey: 'lin_api_good', baseUrl: 'https://tracker.example/graphql' };
let api: TestApi;

/** Knows one good key, and speaks as Linear does. */
const tracker: Server = createServer((request, response) => {
  const isGood = request.headers.authorization === 'lin_api_good';
  response.writeHead(isGood ? 200 : 401, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify(
      isGood
        ? { data: { organization: { id: 'w1', name: 'Acme' }, viewer: { id: 'u1', name: 'Ada' } } }
        : {
            errors: [
              {
                message: 'Authentication required, not authenticated',
                extensions: { type: 'authentication error', code: 'AUTHENTICATION_ERROR' },
              },
            ],
          },
    ),
  );
});
let trackerUrl: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => tracker.listen(0, '127.0.0.1', resolve));
  trackerUrl = `http://127.0.0.1:${(tracker.address() as AddressInfo).port}/graphql`;
  api = await startTestApi();
});
afterAll(async () => {
  await api.close();
  await new Promise((resolve) => tracker.close(resolve));
});

const post = (to: TestApi, body: unknown) =>
  to.ask('/api/v1/connections', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function countConnections({ test }: TestApi): Promise<number> {
  const rows = await test.database.inOrganization(test.organizationId, (trx) => trx.selectFrom('connection').select('id').execute());
  return rows.length;
}

describe('connecting a tracker', () => {
  it('stores it with its key sealed, and begins the first sync', async () => {
    const answer = await post(api, newConnection);
    expect(answer.status).toBe(201);
    const connection = endpoints.createConnection.answer.parse(await answer.json());
    expect(connection).toMatchObject({
      provider: 'linear',
      name: 'Our Linear',
      workspaceName: 'Acme',
      status: 'pending',
      lastSyncedAt: null,
    });
    expect(answer.headers.get('location')).toBe(`/api/v1/connections/${connection.id}`);

    const { organizationId, database } = api.test;
    const stored = await database.inOrganization(organizationId, (trx) =>
      trx.selectFrom('connection').select('credentials').where('id', '=', connection.id).executeTakeFirstOrThrow(),
    );
    expect(stored.credentials).not.toContain('lin_api_good');
    expect(await openSecret(api.context.secretKeys, { organizationId, rowId: connection.id }, stored.credentials)).toBe(
      writeLinearCredentials({ apiKey: 'lin_api_good' }),
    );
    expect(api.enqueued.at(-1)).toEqual({
      name: 'sync.step',
      payload: { organizationId, connectionId: connection.id, syncId: connection.latestSyncId },
    });
    expect(await api.get(`/api/v1/syncs/${connection.latestSyncId}`)).toMatchObject({ state: 'queued', kind: 'backfill', problems: [] });
  });

  it('never shows the key', async () => {
    expect(JSON.stringify(await api.get('/api/v1/connections'))).not.toMatch(/lin_api|credentials|eyJ/);
  });

  it('stores nothing when the tracker refuses the key, and passes on its reason', async () => {
    const access = { allowPrivate: true };
    const guarded = makeGuardedFetch(access);
    const strict = await startTestApi(() => ({ checkCredentials: makeCheckCredentials(access, guarded.fetch) }));
    const refused = await post(strict, { ...newConnection, baseUrl: trackerUrl, apiKey: 'lin_api_bad' });
    expect(refused.status).toBe(422);
    const problem = (await refused.json()) as Problem;
    expect(problem.code).toBe('credentials_refused');
    expect(problem.detail).toMatch(/not authenticated/i);
    expect(JSON.stringify(problem)).not.toContain('lin_api_bad');
    expect(await countConnections(strict)).toBe(0);
    expect(strict.enqueued).toEqual([]);

    expect((await post(strict, { ...newConnection, baseUrl: trackerUrl })).status).toBe(201);
    await strict.close();
    await guarded.close();
  });

  it('does not reach inside: private and loopback addresses are refused, and nothing is asked', async () => {
    let asked = 0;
    const count = () => (asked += 1);
    tracker.on('connection', count);
    const access = { allowPrivate: false };
    const guarded = makeGuardedFetch(access);
    const strict = await startTestApi(() => ({ checkCredentials: makeCheckCredentials(access, guarded.fetch) }));
    for (const baseUrl of [
      trackerUrl,
      trackerUrl.replace('127.0.0.1', 'localhost'),
      'https://127.0.0.1/graphql',
      'https://[::1]/graphql',
      'https://169.254.169.254/',
      'http://api.linear.app/graphql',
    ]) {
      const answer = await post(strict, { ...newConnection, baseUrl });
      expect([baseUrl, answer.status, ((await answer.json()) as Problem).code]).toEqual([baseUrl, 422, 'address_refused']);
    }
    expect(asked).toBe(0);
    expect(await countConnections(strict)).toBe(0);
    tracker.off('connection', count);
    await strict.close();
    await guarded.close();
  });

  it('that is connected already is refused, and what there is stays', async () => {
    const own = await startTestApi();
    expect((await post(own, newConnection)).status).toBe(201);
    const again = await post(own, { ...newConnection, name: 'Once more' });
    expect(again.status).toBe(409);
    expect((await again.json()) as Problem).toMatchObject({ code: 'already_connected', detail: expect.stringContaining('Acme') });
    expect(await countConnections(own)).toBe(1);
    await own.close();
  });

  it('names every bad field', async () => {
    const answer = await post(api, { provider: 'linear', name: ' ', baseUrl: 'nonsense' });
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as Problem;
    expect(errors?.map((error) => error.path).sort()).toEqual(['apiKey', 'baseUrl', 'name']);
  });

  it.each([
    ['no credentials', {}, 'apiToken'],
    ['an e-mail address alone', { email: 'a@b.example' }, 'apiToken'],
    ['a token alone', { apiToken: 'x' }, 'email'],
    ['two kinds of them', { email: 'a@b.example', apiToken: 'x', personalAccessToken: 'y' }, 'personalAccessToken'],
  ])('asks for one kind of credentials for Jira: %s', async (_what, credentials, path) => {
    const answer = await post(api, { provider: 'jira', name: 'Our Jira', baseUrl: 'https://acme.example', ...credentials });
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Problem).errors?.map((error) => error.path)).toEqual([path]);
  });
});

describe('a connection', () => {
  it('answers with the sync that is still to begin when another is asked for, and notes a next one while one reads', async () => {
    const own = await startTestApi();
    const { connectionId, syncId } = await tellCompany(own.test, workedExample, 10);
    const ask = async () => {
      const answer = await own.ask(`/api/v1/connections/${connectionId}/sync`, { method: 'POST' });
      expect(answer.status).toBe(202);
      return endpoints.startSync.answer.parse(await answer.json()).syncId;
    };
    const first = await ask();
    expect(first).not.toBe(syncId);
    expect(await ask()).toBe(first);
    expect(await own.get(`/api/v1/syncs/${first}`)).toMatchObject({ kind: 'incremental', state: 'queued' });
    // What changes while that one reads may be behind where it is: another is noted, once.
    await own.test.database.inOrganization(own.test.organizationId, (trx) =>
      trx.updateTable('sync').set({ state: 'running' }).where('id', '=', first).execute(),
    );
    const next = await ask();
    expect(next).not.toBe(first);
    expect(await ask()).toBe(next);
    await own.close();
  });

  it('tells how much of its data is known', async () => {
    const own = await startTestApi();
    const story = { ...workedExample, links: [...(workedExample.links ?? []), { blocker: 'c1', blocked: 'a1', from: null }] };
    const { connectionId } = await tellCompany(own.test, story, 10);
    const connection = endpoints.getConnection.answer.parse(await own.get(`/api/v1/connections/${connectionId}`));
    expect(connection.status).toBe('ready');
    expect(connection.coverage).toMatchObject({ issues: 3, dependencies: 4, dependenciesWithUnknownStart: 1 });
    expect(connection.coverage?.covered).toBeCloseTo(6 / 7);
    await own.close();
  });

  it('takes everything that was read through it along when it is deleted', async () => {
    const own = await startTestApi();
    const { connectionId, idOf } = await tellCompany(own.test, workedExample, 10);
    expect((await own.ask(`/api/v1/connections/${connectionId}`, { method: 'DELETE' })).status).toBe(204);
    expect((await own.ask(`/api/v1/connections/${connectionId}`, { method: 'DELETE' })).status).toBe(404);
    expect((await own.ask(`/api/v1/issues/${idOf('issue', 'a1')}/waits`)).status).toBe(404);
    const { organizationId, database } = own.test;
    const left = await database.inOrganization(organizationId, async (trx) => {
      const tables = [
        'sync',
        'sync_cursor',
        'sync_problem',
        'raw_item',
        'person',
        'team',
        'workflow_status',
        'initiative',
        'project',
        'issue',
        'issue_change',
        'dependency',
      ] as const;
      const counts = [];
      for (const table of tables)
        counts.push(
          ...(await trx
            .selectFrom(table)
            .select((query) => query.fn.countAll<number>().as('rows'))
            .execute()),
        );
      return counts.reduce((sum, { rows }) => sum + rows, 0);
    });
    expect(left).toBe(0);
    expect(own.enqueued.at(-1)).toEqual({ name: 'analysis.run', payload: { organizationId, syncId: null } });
    await own.close();
  });

  it('that is not there is a 404 everywhere', async () => {
    const id = randomUUID();
    const asked: [string, string][] = [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/sync'],
      ['GET', '/events'],
    ];
    for (const [method, rest] of asked) expect((await api.ask(`/api/v1/connections/${id}${rest}`, { method })).status).toBe(404);
    expect((await api.ask(`/api/v1/syncs/${id}`)).status).toBe(404);
  });
});

describe('the progress of a connection', () => {
  it('is streamed whenever it changes, and the stream ends when the connection is deleted', async () => {
    const own = await startTestApi((context) => ({ limits: { ...context.limits, streamPollMs: 10, streamHeartbeatMs: 50 } }));
    const { connectionId, syncId } = await tellCompany(own.test, workedExample, 10);
    const stream = await own.ask(`/api/v1/connections/${connectionId}/events`);
    expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const readUntil = async (pattern: RegExp) => {
      while (!pattern.test(text)) {
        const { value, done } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done) throw new Error(`The stream ended before ${pattern}: ${text}`);
        text += value;
      }
    };
    await readUntil(/event: sync\ndata: .*"state":"done".*\n\n/);
    const { organizationId, database } = own.test;
    await database.inOrganization(organizationId, (trx) =>
      trx.updateTable('sync').set({ state: 'running', done: 41 }).where('id', '=', syncId).execute(),
    );
    await readUntil(/"state":"running".*"done":41/);
    await readUntil(/: still here/);
    const events = text.split('\n').filter((line) => line.startsWith('data: '));
    expect(events).toHaveLength(2);
    for (const line of events) endpoints.streamConnectionEvents.answer.parse(JSON.parse(line.slice('data: '.length)));
    await own.ask(`/api/v1/connections/${connectionId}`, { method: 'DELETE' });
    for (let over = false; !over; ) over = (await reader?.read())?.done ?? true;
    await own.close();
  });

  it('is refused when too many listen', async () => {
    const own = await startTestApi((context) => ({ limits: { ...context.limits, streams: 0 } }));
    const { connectionId } = await tellCompany(own.test, workedExample, 10);
    expect((await own.ask(`/api/v1/connections/${connectionId}/events`)).status).toBe(503);
    await own.close();
  });
});
