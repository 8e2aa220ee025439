import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localSessions, startTestApi, type TestApi } from './test-api.ts';

const asked: IncomingMessage[] = [];
const dashboard: Server = createServer((request, response) => {
  asked.push(request);
  response.setHeader('content-type', 'text/html').end(`page ${request.url}`);
});
let api: TestApi;

beforeAll(async () => {
  await new Promise<void>((resolve) => dashboard.listen(0, '127.0.0.1', resolve));
  const dashboardUrl = `http://127.0.0.1:${(dashboard.address() as AddressInfo).port}`;
  api = await startTestApi((_context, test) => ({
    dashboardUrl,
    localSignIn: { organizationId: test.organizationId, sessions: localSessions, signsInPages: true },
  }));
});
afterAll(async () => {
  await api.close();
  dashboard.closeAllConnections();
  await new Promise((resolve) => dashboard.close(resolve));
});

describe('the dashboard behind the public port', () => {
  it('is given every address that is not the API', async () => {
    for (const path of ['/', '/teams/x?from=2026-01-01', '/_next/static/a.js']) {
      expect(await (await fetch(`${api.url}${path}`)).text()).toBe(`page ${path}`);
    }
    expect((await api.ask('/api/v1/nothing')).status).toBe(404);
  });

  it('sees the session it has just given on the very first page', async () => {
    const answer = await fetch(`${api.url}/first`, { headers: { accept: 'text/html', cookie: 'theme=dark' } });
    const token = answer.headers.get('set-cookie')?.split(';')[0];
    expect(token).toMatch(/^speedtax_session=/);
    expect(asked.at(-1)?.headers.cookie).toBe(`theme=dark; ${token}`);
  });

  it('opened by a link of another site comes again by itself before it is signed in', async () => {
    const before = asked.length;
    const headers = { accept: 'text/html', 'sec-fetch-site': 'cross-site' };
    const answer = await fetch(`${api.url}/linked`, { headers });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.text()).toContain('http-equiv="refresh" content="0"');
    expect(asked).toHaveLength(before);
  });

  it('loads from its own origin only', async () => {
    const policy = (await fetch(`${api.url}/`)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('that is not up yet is waited for by a page that comes back by itself', async () => {
    const early = await startTestApi(() => ({ dashboardUrl: 'http://127.0.0.1:9' }));
    const page = await fetch(early.url, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('http-equiv="refresh"');
    expect((await fetch(`${early.url}/_next/x.js`)).headers.get('content-type')).toContain('text/plain');
    expect((await fetch(`${early.url}/healthz`)).status).toBe(200);
    await early.close();
  });
});
