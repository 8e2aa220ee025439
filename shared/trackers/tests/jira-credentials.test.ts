import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkJiraCredentials } from '../src/jira/access/check-jira-credentials.ts';
import { connectJira } from '../src/jira/access/connect-jira.ts';
import { type JiraCredentials, readJiraCredentials, writeJiraCredentials } from '../src/jira/access/jira-credentials.ts';
import { type Answer, type Asked, type JiraServer, startJiraServer } from './jira-server.ts';

let now = Date.parse('2026-11-20T12:00:00Z');
let server: JiraServer;
let answers: Record<string, (asked: Asked) => Answer>;

const cloudInfo = { baseUrl: 'https://acme.example/', deploymentType: 'Cloud', serverTitle: 'Acme', version: '1001.0.0' };
const serverInfo = { baseUrl: 'https://jira.acme.example/jira', deploymentType: 'Server', serverTitle: 'Acme Jira', version: '9.12.1' };
const basic: JiraCredentials = { kind: 'basic', email: 'ann@example.com', apiToken: 'token' };
const oauth = {
  kind: 'oauth',
  clientId: 'app',
  clientSecret: 'app-secret',
  refreshToken: 'r1',
  accessToken: 'a1',
  expiresAt: now + 3_600_000,
  cloudId: 'c-1',
} as const satisfies JiraCredentials;

beforeAll(async () => {
  server = await startJiraServer((asked) => answers[asked.path]?.(asked) ?? { status: 404, json: { errorMessage: 'dead link' } });
});
afterEach(() => {
  server.asked.length = 0;
});
afterAll(() => server.close());

const isLetIn = (expected: string) => (asked: Asked) =>
  asked.headers.authorization === expected
    ? { json: { accountId: '5b10', displayName: 'Ann', timeZone: 'Europe/Berlin' } }
    : { status: 401, json: { errorMessages: ['Client must be authenticated to access this resource.'], errors: {} } };
const asBasic = `Basic ${Buffer.from('ann@example.com:token').toString('base64')}`;
const addresses = () => ({ auth: `${server.url}/auth`, api: `${server.url}/api` });
const check = (credentials: JiraCredentials, baseUrl = server.url) =>
  checkJiraCredentials({ baseUrl, credentials, fetch, now: () => now, atlassian: addresses() });

describe('the credentials of a site', () => {
  it('tell the site’s name and Cloud’s id of it', async () => {
    answers = {
      '/rest/api/2/serverInfo': () => ({ json: cloudInfo }),
      '/rest/api/3/myself': isLetIn(asBasic),
      '/_edge/tenant_info': () => ({ json: { cloudId: 'c-1' } }),
    };
    expect(await check(basic)).toEqual({ ok: true, workspaceName: 'Acme', workspaceId: 'c-1', deployment: 'cloud', credentials: basic });
  });

  it('tell the address of a site that has no such id', async () => {
    answers = { '/rest/api/2/serverInfo': () => ({ json: cloudInfo }), '/rest/api/3/myself': isLetIn(asBasic) };
    expect(await check(basic)).toMatchObject({ workspaceId: 'https://acme.example' });
  });

  it('work on a server below a context path, as a token of a person', async () => {
    answers = { '/jira/rest/api/2/serverInfo': () => ({ json: serverInfo }), '/jira/rest/api/2/myself': isLetIn('Bearer pat') };
    expect(await check({ kind: 'personal', personalAccessToken: 'pat' }, `${server.url}/jira/`)).toMatchObject({
      ok: true,
      deployment: 'server',
      workspaceId: 'https://jira.acme.example/jira',
    });
  });

  it.each(['2', '3'])('work where there is only version %s of the API', async (version) => {
    answers = { [`/rest/api/${version}/serverInfo`]: () => ({ json: cloudInfo }), [`/rest/api/${version}/myself`]: isLetIn(asBasic) };
    expect(await check(basic)).toMatchObject({ ok: true, deployment: 'cloud' });
  });

  it('are refused in the tracker’s own words', async () => {
    answers = { '/rest/api/2/serverInfo': () => ({ json: cloudInfo }), '/rest/api/3/myself': isLetIn(asBasic) };
    const refused = await check({ ...basic, apiToken: 'wrong-token' });
    expect(refused).toEqual({ ok: false, kind: 'unauthorized', reason: 'Client must be authenticated to access this resource.' });
  });

  it('are refused where the site answers everybody and knows nobody', async () => {
    answers = {
      '/rest/api/2/serverInfo': () => ({ json: serverInfo }),
      '/rest/api/2/myself': () => ({ json: { self: '', active: true } }),
    };
    expect(await check(basic)).toMatchObject({ ok: false, kind: 'unauthorized' });
  });

  it.each([
    { is: 'something else', answer: { json: { hello: 'world' } }, kind: 'refused' },
    { is: 'nothing', answer: { status: 404, json: {} }, kind: 'refused' },
    { is: 'a list', answer: { json: [] }, kind: 'refused' },
    { is: 'a web page', answer: { raw: '<html><title>Acme</title></html>', headers: { 'Content-Type': 'text/html' } }, kind: 'transient' },
  ])('are refused where there is no Jira but $is', async ({ answer, kind }) => {
    answers = { '/rest/api/2/serverInfo': () => answer };
    expect(await check(basic)).toMatchObject({ ok: false, kind });
  });

  it('are read as they were written', () => {
    for (const credentials of [basic, oauth, { kind: 'personal', personalAccessToken: 'pat' } as const])
      expect(readJiraCredentials(writeJiraCredentials(credentials))).toEqual(credentials);
  });
});

/** An authorization server that gives each refresh token one use. */
function atlassian() {
  let generation = 1;
  return (asked: Asked): Answer => {
    const { refresh_token: token, client_secret: secret, grant_type: grant } = asked.body as Record<string, string>;
    if (grant !== 'refresh_token' || secret !== 'app-secret') return { status: 401, json: { error: 'access_denied' } };
    if (token !== `r${generation}`)
      return { status: 403, json: { error: 'invalid_grant', error_description: 'Unknown or invalid refresh token.' } };
    generation += 1;
    return { json: { access_token: `a${generation}`, refresh_token: `r${generation}`, expires_in: 3600, scope: 'read:jira-work' } };
  };
}

/** A site that accepts the tokens from this generation on. */
const acceptsFrom = (generation: number) => (asked: Asked) =>
  Number(/^Bearer a(\d+)$/.exec(asked.headers.authorization ?? '')?.[1]) >= generation
    ? { json: [] }
    : { status: 401, json: { code: 401, message: 'Unauthorized' } };

describe('an access that is renewed', () => {
  const open = (credentials: JiraCredentials, stored: JiraCredentials[] = []) =>
    connectJira({
      baseUrl: 'https://never.asked.example',
      credentials,
      fetch,
      now: () => now,
      atlassian: addresses(),
      storeCredentials: async (renewed) => {
        // What is asked meanwhile must not be sent with what is not stored yet.
        await new Promise((resolve) => setImmediate(resolve));
        stored.push(renewed);
      },
    }).client;
  const fieldsAt = '/api/ex/jira/c-1/rest/api/2/field';
  const renewals = () => server.asked.filter(({ path }) => path === '/auth/oauth/token').length;

  it('goes to the site by Atlassian’s gateway', async () => {
    answers = { [fieldsAt]: acceptsFrom(1), '/auth/oauth/token': atlassian() };
    await open(oauth).get('/field');
    expect(server.asked.map(({ path }) => path)).toEqual([fieldsAt]);
  });

  it('is renewed before it ends, and stored before it is used', async () => {
    answers = { [fieldsAt]: acceptsFrom(2), '/auth/oauth/token': atlassian() };
    const stored: JiraCredentials[] = [];
    await open({ ...oauth, expiresAt: now + 30_000 }, stored).get('/field');
    expect(server.asked.map(({ path }) => path)).toEqual(['/auth/oauth/token', fieldsAt]);
    expect(stored).toEqual([{ ...oauth, accessToken: 'a2', refreshToken: 'r2', expiresAt: now + 3_600_000 }]);
  });

  it('is renewed once when Jira refuses it to many at the same time', async () => {
    answers = { [fieldsAt]: acceptsFrom(2), '/auth/oauth/token': atlassian() };
    const client = open(oauth);
    await Promise.all(Array.from({ length: 10 }, () => client.get('/field')));
    expect(renewals()).toBe(1);
  });

  it('is renewed again when its time comes', async () => {
    answers = { [fieldsAt]: acceptsFrom(1), '/auth/oauth/token': atlassian() };
    const stored: JiraCredentials[] = [];
    const client = open(oauth, stored);
    const began = now;
    for (const _ of [1, 2, 3]) {
      now += 3_600_000;
      await client.get('/field');
    }
    now = began;
    expect(stored.map((one) => one.kind === 'oauth' && one.refreshToken)).toEqual(['r2', 'r3', 'r4']);
  });

  it('is over when somebody else has used the refresh token', async () => {
    answers = { [fieldsAt]: acceptsFrom(2), '/auth/oauth/token': atlassian() };
    const refused = await open({ ...oauth, refreshToken: 'r0' })
      .get('/field')
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ kind: 'unauthorized', message: 'Unknown or invalid refresh token.' });
  });

  it('is not renewed for ever when Jira refuses the new one too', async () => {
    answers = { [fieldsAt]: acceptsFrom(99), '/auth/oauth/token': atlassian() };
    const refused = await open(oauth)
      .get('/field')
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ kind: 'unauthorized', message: 'Unauthorized' });
    expect(renewals()).toBe(1);
  });

  it('is not renewed again and again for what it is not good for', async () => {
    answers = {
      [fieldsAt]: acceptsFrom(2),
      '/api/ex/jira/c-1/rest/agile/1.0/sprint/7': () => ({ status: 401, json: { message: 'Unauthorized; scope does not match' } }),
      '/auth/oauth/token': atlassian(),
    };
    const client = open(oauth);
    await client.get('/field');
    for (const _ of [1, 2, 3]) await client.get('/sprint/7', {}, '/rest/agile/1.0').catch(() => {});
    await client.get('/field');
    expect(renewals()).toBe(1);
  });

  it('is kept when the renewed one could not be stored', async () => {
    answers = { [fieldsAt]: acceptsFrom(2), '/auth/oauth/token': atlassian() };
    const failing = connectJira({
      baseUrl: server.url,
      credentials: oauth,
      fetch,
      now: () => now,
      atlassian: addresses(),
      storeCredentials: () => Promise.reject(new Error('no database')),
    }).client;
    await expect(failing.get('/field')).rejects.toThrow('no database');
    expect(server.asked.filter(({ path }) => path === fieldsAt)).toHaveLength(1);
  });

  it('opens the one of its sites that is at the address', async () => {
    const sites = [
      { id: 'c-2', url: 'https://other.example', name: 'Other' },
      { id: 'c-1', url: 'https://acme.example', name: 'Acme' },
    ];
    answers = {
      '/auth/oauth/token': atlassian(),
      '/api/oauth/token/accessible-resources': () => ({ json: sites }),
      '/api/ex/jira/c-1/rest/api/2/serverInfo': () => ({ json: cloudInfo }),
      '/api/ex/jira/c-1/rest/api/3/myself': () => ({ json: { accountId: '5b10' } }),
    };
    const fresh = { ...oauth, accessToken: null, cloudId: null };
    expect(await check(fresh, 'https://acme.example/')).toMatchObject({
      ok: true,
      workspaceId: 'c-1',
      credentials: { cloudId: 'c-1', refreshToken: 'r2', accessToken: 'a2' },
    });
    expect(await check({ ...oauth, cloudId: null }, 'https://third.example')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('https://other.example, https://acme.example'),
    });
  });
});
