import { afterEach, describe, expect, it } from 'vitest';
import type { JiraTwin } from '../../src/index.ts';
import { askJira, startSmallJira, TODAY } from './ask-jira.ts';

let twin: JiraTwin;
afterEach(() => twin.close());

describe('who is let in by Cloud', () => {
  it.each([
    ['an e-mail address with a wrong token', `Basic ${Buffer.from('reader@tallyport.example:wrong').toString('base64')}`],
    ['a name that every object has', `Basic ${Buffer.from('constructor:x').toString('base64')}`],
    ['a personal access token of a Data Center', 'Bearer personal'],
    ['nothing that is a credential', 'Nonsense'],
  ])('not %s', async (_, authorization) => {
    twin = await startSmallJira();
    expect((await askJira(twin, 'api/3/myself', undefined, { authorization })).status).toBe(401);
    expect((await askJira(twin, 'api/3/search/jql', { jql: 'created > 0' }, { authorization })).status).toBe(401);
  });

  it('nobody sees nothing, and it looks like a site without issues', async () => {
    twin = await startSmallJira();
    expect((await askJira(twin, 'api/3/serverInfo', undefined, {})).status).toBe(200);
    expect((await askJira(twin, 'api/3/search/jql', { jql: 'created > 0' }, {})).body).toEqual({ issues: [], isLast: true });
    expect((await askJira(twin, 'api/3/myself', undefined, {})).status).toBe(401);
  });
});

describe('an app that somebody let in', () => {
  const oauth = { clientId: 'app', clientSecret: 'secret', refreshToken: 'first' };
  const refresh = async (refreshToken: string, more: object = {}) => {
    const origin = new URL(twin.url).origin;
    const body = { grant_type: 'refresh_token', client_id: 'app', client_secret: 'secret', refresh_token: refreshToken, ...more };
    const response = await fetch(`${origin}/oauth/token`, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };
  const bearer = (token: string | undefined) => ({ authorization: `Bearer ${token}` });
  const askGateway = (path: string, token: string | undefined) => askJira({ url: twin.gatewayUrl }, path, undefined, bearer(token));

  it('gets a new pair of tokens for each refresh, and asks through the gateway only', async () => {
    twin = await startSmallJira({ credentials: { oauth } });
    const { body: first } = await refresh('first');
    expect((await askGateway('api/3/myself', first.access_token)).status).toBe(200);
    expect((await askJira(twin, 'api/3/myself', undefined, bearer(first.access_token))).status).toBe(401);
    const { body: second } = await refresh(first.refresh_token ?? '');
    expect((await askGateway('api/3/myself', first.access_token)).status).toBe(401);
    expect((await askGateway('api/3/myself', second.access_token)).status).toBe(200);
    expect(twin.grant?.refreshes).toBe(2);
  });

  it('has lost everything once a refresh token is used again', async () => {
    twin = await startSmallJira({ credentials: { oauth } });
    const { body } = await refresh('first');
    const again = await refresh('first');
    expect(again.status).toBe(403);
    expect(again.body).toEqual({ error: 'invalid_grant', error_description: 'Unknown or invalid refresh token.' });
    expect((await refresh(body.refresh_token ?? '')).status).toBe(403);
    expect((await askGateway('api/3/myself', body.access_token)).status).toBe(401);
  });

  it('has an hour with a token, and none with a wrong secret', async () => {
    let now = TODAY;
    twin = await startSmallJira({ credentials: { oauth }, now: () => now });
    expect((await refresh('first', { client_secret: 'guessed' })).status).toBe(401);
    const { body } = await refresh('first');
    expect(body.expires_in).toBe(3600);
    now += 3_600_000;
    expect((await askGateway('api/3/myself', body.access_token)).status).toBe(401);
  });

  it('learns which sites it may ask', async () => {
    twin = await startSmallJira({ credentials: { oauth } });
    const { body } = await refresh('first');
    const origin = new URL(twin.url).origin;
    const response = await fetch(`${origin}/oauth/token/accessible-resources`, { headers: bearer(body.access_token) });
    const [site] = (await response.json()) as Record<string, unknown>[];
    expect(site).toMatchObject({ url: twin.url, scopes: ['read:jira-work', 'read:jira-user'] });
    expect(twin.gatewayUrl).toBe(`${origin}/ex/jira/${site?.id}`);
  });
});
