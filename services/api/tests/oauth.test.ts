import type { Connection, OauthOutcome, Problem } from '@speedtax/contract';
import { openSecret } from '@speedtax/runtime';
import { generateCompany, type JiraTwin, startJiraTwin, startTwin, type Twin } from '@speedtax/tracker-twin';
import { publicAddresses, readJiraCredentials, readLinearCredentials } from '@speedtax/trackers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './test-api.ts';

const app = { clientId: 'speedtax-app', clientSecret: 'a-secret-of-the-app-long-enough-to-sign' };
const now = () => Date.now();
let api: TestApi;
let linear: Twin;
let jira: JiraTwin;

beforeAll(async () => {
  const company = generateCompany({ seed: 3, issues: 300, today: now() });
  const oauth = { ...app, refreshToken: 'first' };
  linear = await startTwin({ company, apiKeys: [], oauth, limits: 'off', now });
  jira = await startJiraTwin({ company, deployment: 'cloud', credentials: { oauth }, limits: 'off', now });
  const linearUrl = new URL(linear.url).origin;
  const apps = {
    linear: { ...publicAddresses.linear, ...app, authorizeUrl: `${linearUrl}/oauth/authorize`, authUrl: linearUrl, apiUrl: linearUrl },
    jira: { ...app, authorizeUrl: `${jira.url}/authorize`, authUrl: jira.url, apiUrl: jira.url },
  };
  api = await startTestApi(() => ({ oauth: { apps, fetch }, now }));
});
afterAll(async () => {
  await linear.close();
  await jira.close();
  await api.close();
});

const post = (path: string, body: unknown) =>
  api.ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function start(provider: 'linear' | 'jira', more: object = {}): Promise<URL> {
  const answer = await post('/api/v1/oauth', { provider, name: `Our ${provider}`, startsPaused: true, ...more });
  expect(answer.status).toBe(201);
  return new URL(((await answer.json()) as { url: string }).url);
}

/** What somebody does on the tracker's page. Answers the address they are sent back to. */
async function allow(page: URL, consent = 'given'): Promise<URLSearchParams> {
  expect(await (await fetch(page)).text()).toContain('Allow');
  page.searchParams.set('consent', consent);
  const answer = await fetch(page, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '').searchParams;
}

const finish = async (query: URLSearchParams, more: object = {}) =>
  post('/api/v1/oauth/return', { state: query.get('state'), code: query.get('code'), ...more });

async function openCredentials(id: string): Promise<string> {
  const { organizationId, database } = api.test;
  const row = await database.inOrganization(organizationId, (trx) =>
    trx.selectFrom('connection').select('credentials').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  return openSecret(api.context.secretKeys, { organizationId, rowId: id }, row.credentials);
}

describe('somebody who lets us in on the page of the tracker', () => {
  let connected: Connection;

  it('is sent there with a state, and with the digest of a secret that stays here', async () => {
    const page = await start('linear');
    expect(Object.fromEntries(page.searchParams)).toMatchObject({
      client_id: app.clientId,
      response_type: 'code',
      scope: 'read',
      code_challenge_method: 'S256',
    });
    expect(page.searchParams.get('redirect_uri')).toBe(`${api.url}/connect/return`);
    expect(page.searchParams.get('state')?.length).toBeGreaterThan(40);
    expect(page.href).not.toContain(app.clientSecret);
  });

  it.each(['linear', 'jira'] as const)('connects %s, which waits to be resumed', async (provider) => {
    const answer = await finish(await allow(await start(provider)));
    const outcome = (await answer.json()) as OauthOutcome;
    expect([answer.status, outcome.sites]).toEqual([200, []]);
    connected = outcome.connection as Connection;
    expect(connected).toMatchObject({ provider, name: `Our ${provider}`, isPaused: true, latestSyncId: null });
    const opened = await openCredentials(connected.id);
    const kept = provider === 'linear' ? readLinearCredentials(opened) : readJiraCredentials(opened);
    expect(kept).toMatchObject({ ...app, accessToken: expect.stringContaining('access-') });
  });

  it('may do so again where the credentials of a connection are to be replaced', async () => {
    const answer = await finish(await allow(await start('jira', { connectionId: connected.id })));
    expect(((await answer.json()) as OauthOutcome).connection?.id).toBe(connected.id);
  });

  it('connects a workspace once', async () => {
    const answer = await finish(await allow(await start('linear')));
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([409, 'already_connected']);
  });

  it.each<[string, () => Promise<Response>]>([
    ['a state of nobody', async () => finish(new URLSearchParams({ state: 'x'.repeat(43), code: 'c' }))],
    [
      'a code that nobody was given',
      async () => finish(new URLSearchParams({ state: (await start('jira')).searchParams.get('state') ?? '', code: 'made-up' })),
    ],
    [
      'a code of another flow, as somebody has who makes a victim finish it',
      async () => {
        const theirs = await allow(await start('jira'));
        const ours = await start('jira');
        return finish(new URLSearchParams({ state: ours.searchParams.get('state') ?? '', code: theirs.get('code') ?? '' }));
      },
    ],
    [
      'the same return twice',
      async () => {
        const query = await allow(await start('jira', { connectionId: connected.id }));
        expect((await finish(query)).status).toBe(200);
        return finish(query);
      },
    ],
  ])('connects nothing with %s', async (_title, attempt) => {
    expect((await attempt()).status).toBe(422);
  });

  it('is refused with the tracker’s own reason', async () => {
    const state = (await start('jira')).searchParams.get('state') ?? '';
    const answer = await finish(new URLSearchParams({ state, code: 'made-up' }));
    expect(((await answer.json()) as Problem).detail).toBe('The authorization code is not valid.');
  });

  it('is told which trackers have such a page', async () => {
    expect(await api.get('/api/v1/oauth')).toEqual({ items: ['linear', 'jira'] });
  });
});
