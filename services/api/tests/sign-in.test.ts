import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { at } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashApiKey } from '../src/auth/api-key.ts';
import { localSessionCookie } from '../src/auth/local-session.ts';
import { localSessions, startTestApi, type TestApi } from './test-api.ts';

let api: TestApi;
let cookie: string;
let host: string;

beforeAll(async () => {
  api = await startTestApi((_context, test) => ({
    localSignIn: { organizationId: test.organizationId, sessions: localSessions, signsInPages: true },
  }));
  cookie = `${localSessionCookie}=${await localSessions.seal(api.test.organizationId, api.context.now())}`;
  host = new URL(api.url).host;
});
afterAll(() => api.close());

/** Sends headers that fetch would not let us set. */
function send(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body?: string,
): Promise<{ status: number; cookies: string[]; code: string | undefined }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${api.url}${path}`, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const isProblem = response.headers['content-type']?.startsWith('application/problem+json');
        resolve({
          status: response.statusCode ?? 0,
          cookies: response.headers['set-cookie'] ?? [],
          code: isProblem ? JSON.parse(text).code : undefined,
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function addKey(key: string, more: { role?: 'admin' | 'viewer'; expires_at?: Date; revoked_at?: Date } = {}): Promise<void> {
  const { organizationId, database } = api.test;
  await database.inOrganization(organizationId, (trx) =>
    trx
      .insertInto('api_key')
      .values({ organization_id: organizationId, id: randomUUID(), name: key, key_hash: hashApiKey(key), role: 'admin', ...more })
      .execute(),
  );
}

describe('an API key', () => {
  it('is asked for by every endpoint that is not public', async () => {
    for (const path of [
      '/api/v1/me',
      '/api/v1/teams',
      '/api/v1/speed-tax',
      '/api/v1/connections',
      '/api/v1/initiatives',
      '/api/v1/deadlocks',
    ]) {
      const answer = await fetch(`${api.url}${path}`);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('says who asks', async () => {
    expect(await api.get('/api/v1/me')).toMatchObject({ signedInBy: 'api_key', role: 'admin', organization: { timeZone: 'UTC' } });
  });

  it('is refused when it is unknown, malformed, expired or revoked', async () => {
    await addKey('expired-key', { expires_at: at(9) });
    await addKey('revoked-key', { revoked_at: at(1) });
    await addKey('lasting-key', { expires_at: at(99) });
    const statusOf = async (authorization: string) => (await api.ask('/api/v1/me', { headers: { authorization } })).status;
    for (const bad of [
      'Bearer unknown',
      'Bearer ',
      'Basic dTpw',
      'Bearer expired-key',
      'Bearer revoked-key',
      `Bearer ${'x'.repeat(600)}`,
    ]) {
      expect([bad.slice(0, 20), await statusOf(bad)]).toEqual([bad.slice(0, 20), 401]);
    }
    expect(await statusOf('Bearer lasting-key')).toBe(200);
  });

  it('of a viewer reads and changes nothing', async () => {
    await addKey('viewer-key', { role: 'viewer' });
    const headers = { authorization: 'Bearer viewer-key' };
    expect((await api.ask('/api/v1/teams', { headers })).status).toBe(200);
    expect((await api.ask(`/api/v1/connections/${randomUUID()}`, { method: 'DELETE', headers })).status).toBe(403);
  });
});

describe('the local user', () => {
  it('is signed in by opening a page on this machine', async () => {
    const { cookies } = await send('/', { accept: 'text/html', 'sec-fetch-site': 'none' });
    expect(cookies[0]).toMatch(/^speedtax_session=.+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/);
    const value = cookies[0]?.split(';')[0] ?? '';
    expect((await send('/api/v1/me', { cookie: value })).status).toBe(200);
  });

  it('is not signed in by a page of another site, by another name of this machine, or by the API', async () => {
    expect((await send('/', { accept: 'text/html', 'sec-fetch-site': 'cross-site' })).cookies).toEqual([]);
    expect((await send('/', { accept: 'text/html', host: 'rebound.example' })).cookies).toEqual([]);
    expect((await send('/', { accept: 'application/json' })).cookies).toEqual([]);
    const asked = await send('/api/v1/me', { accept: 'text/html', 'sec-fetch-site': 'none' });
    expect(asked).toMatchObject({ status: 401, cookies: [] });
  });

  it('is not believed under a name that was rebound to this machine', async () => {
    expect((await send('/api/v1/me', { cookie, host: 'rebound.example' })).status).toBe(401);
  });

  it('is not believed with a cookie that is forged or has expired', async () => {
    const old = `${localSessionCookie}=${await localSessions.seal(api.test.organizationId, at(-30).getTime())}`;
    expect((await send('/api/v1/me', { cookie: old })).status).toBe(401);
    expect((await send('/api/v1/me', { cookie: `${cookie.slice(0, -3)}abc` })).status).toBe(401);
    const elsewhere = `${localSessionCookie}=${await localSessions.seal(randomUUID(), api.context.now())}`;
    expect((await send('/api/v1/me', { cookie: elsewhere })).status).toBe(401);
  });

  it('changes things from our own pages only, and only with JSON', async () => {
    const path = `/api/v1/connections/${randomUUID()}/sync`;
    expect((await send(path, { cookie, 'sec-fetch-site': 'same-origin' }, 'POST')).status).toBe(404);
    expect((await send(path, { cookie, origin: `http://${host}` }, 'POST')).status).toBe(404);
    expect((await send(path, { cookie, 'sec-fetch-site': 'same-site' }, 'POST')).status).toBe(403);
    expect((await send(path, { cookie, 'sec-fetch-site': 'cross-site' }, 'POST')).status).toBe(403);
    expect((await send(path, { cookie, origin: 'https://evil.example' }, 'POST')).status).toBe(403);
    expect((await send(path, { cookie, origin: 'null' }, 'POST')).status).toBe(403);
    expect((await send(path, { cookie }, 'POST')).status).toBe(403);
    const form = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain', 'content-length': '2' };
    expect((await send(path, form, 'POST', '{}')).status).toBe(415);
  });
});

describe('an API that is not on one machine', () => {
  it('signs nobody in by itself', async () => {
    const open = await startTestApi();
    const answer = await fetch(open.url, { headers: { accept: 'text/html', 'sec-fetch-site': 'none' } });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect((await fetch(`${open.url}/api/v1/me`, { headers: { cookie } })).status).toBe(401);
    await open.close();
  });
});
