import type { Problem } from '@speedtax/contract';
import { endpoints } from '@speedtax/contract';
import { makeGuardedFetch, openSecret } from '@speedtax/runtime';
import { generateCompany, type JiraTwin, type JiraTwinSettings, startJiraTwin } from '@speedtax/tracker-twin';
import { readJiraCredentials } from '@speedtax/trackers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCheckCredentials } from '../src/connections/check-credentials.ts';
import { startTestApi, type TestApi } from './test-api.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const company = generateCompany({ seed: 3, issues: 20, today: now });
const access = { allowPrivate: true };
const guarded = makeGuardedFetch(access);
let api: TestApi;
let cloud: JiraTwin;
let server: JiraTwin;

beforeAll(async () => {
  const serve = (settings: Pick<JiraTwinSettings, 'deployment' | 'credentials' | 'contextPath'>) =>
    startJiraTwin({ company, limits: 'off', now: () => now, ...settings });
  cloud = await serve({ deployment: 'cloud', credentials: { basic: { 'ada@acme.example': 'good-token' } } });
  server = await serve({ deployment: 'data-center', contextPath: '/jira', credentials: { accessTokens: ['good-token'] } });
  api = await startTestApi(() => ({ checkCredentials: makeCheckCredentials(access, guarded.fetch) }));
});
afterAll(async () => {
  await api?.close();
  await cloud?.close();
  await server?.close();
  await guarded.close();
});

const post = (body: unknown) =>
  api.ask('/api/v1/connections', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const onCloud = () => ({ provider: 'jira', name: 'Our Jira', baseUrl: `${cloud.url}/`, email: 'ada@acme.example', apiToken: 'good-token' });
const onServer = () => ({ provider: 'jira', name: 'Our server', baseUrl: server.url, personalAccessToken: 'good-token' });

async function listStored() {
  const { database, organizationId } = api.test;
  return database.inOrganization(organizationId, (trx) => trx.selectFrom('connection').selectAll().orderBy('created_at').execute());
}

describe('connecting Jira', () => {
  it.each([
    ['Cloud', () => ({ ...onCloud(), apiToken: 'bad-token' })],
    ['Data Center', () => ({ ...onServer(), personalAccessToken: 'bad-token' })],
  ])('stores nothing when %s refuses the credentials, and passes on its reason', async (_what, connection) => {
    const answer = await post(connection());
    expect(answer.status).toBe(422);
    const problem = (await answer.json()) as Problem;
    expect(problem.code).toBe('credentials_refused');
    expect(problem.detail).toBeTruthy();
    expect(JSON.stringify(problem)).not.toContain('bad-token');
    expect(await listStored()).toEqual([]);
    expect(api.enqueued).toEqual([]);
  });

  it.each([
    ['Cloud', onCloud, 'cloud', { kind: 'basic', email: 'ada@acme.example', apiToken: 'good-token' }],
    ['Data Center', onServer, 'server', { kind: 'personal', personalAccessToken: 'good-token' }],
  ] as const)(
    'stores a site of %s with its credentials sealed, and begins the first sync',
    async (_what, make, deployment, credentials) => {
      const answer = await post(make());
      expect(answer.status).toBe(201);
      const connection = endpoints.createConnection.answer.parse(await answer.json());
      expect(connection).toMatchObject({ provider: 'jira', deployment, status: 'pending', baseUrl: make().baseUrl.replace(/\/$/, '') });
      const stored = (await listStored()).find(({ id }) => id === connection.id);
      expect(stored?.external_id).toBeTruthy();
      const { organizationId } = api.test;
      const opened = await openSecret(api.context.secretKeys, { organizationId, rowId: connection.id }, stored?.credentials ?? '');
      expect(readJiraCredentials(opened)).toEqual(credentials);
      expect(await api.get(`/api/v1/syncs/${connection.latestSyncId}`)).toMatchObject({ state: 'queued', kind: 'backfill' });
      expect(JSON.stringify(await api.get('/api/v1/connections'))).not.toContain('good-token');
    },
  );

  it('refuses a site that is connected already', async () => {
    const again = await post(onServer());
    expect(again.status).toBe(409);
    expect(((await again.json()) as Problem).code).toBe('already_connected');
  });
});
