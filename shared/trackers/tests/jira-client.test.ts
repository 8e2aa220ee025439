import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectJira } from '../src/jira/access/connect-jira.ts';
import { isTooLarge } from '../src/jira/transport/read-reply.ts';
import { TrackerError } from '../src/tracker-error.ts';
import { connect as connectTo, failureOf, now, seconds } from './jira-connect.ts';
import { type Answer, type Asked, type JiraServer, startJiraServer } from './jira-server.ts';

const date = { Date: new Date(now).toUTCString() };
let server: JiraServer;
let answer: (asked: Asked) => Answer | undefined;

beforeAll(async () => {
  server = await startJiraServer((asked) => answer(asked));
});
afterEach(() => {
  server.asked.length = 0;
});
afterAll(() => server.close());

const connect = (options: { baseUrl?: string; signal?: AbortSignal; fetch?: typeof fetch } = {}) =>
  connectTo({ baseUrl: server.url, ...options });

describe('an answer that is none', () => {
  const html = (body: string) => ({ raw: `<!DOCTYPE html><html><body>${body}</body></html>`, headers: { 'Content-Type': 'text/html' } });
  const errors = (...errorMessages: string[]) => ({ errorMessages, errors: {} });
  it.each([
    {
      says: 'that the credentials are wrong',
      answer: { status: 401, json: errors('Client must be authenticated to access this resource.') },
      expected: { kind: 'unauthorized', status: 401, message: 'Client must be authenticated to access this resource.' },
    },
    {
      says: 'that a password was wrong, as servers do',
      answer: { status: 401, ...html('Basic Authentication Failure'), headers: { 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' } },
      expected: { kind: 'unauthorized', message: 'Jira does not accept these credentials.' },
    },
    {
      says: 'that a CAPTCHA is to be solved',
      answer: {
        status: 403,
        ...html('Forbidden'),
        headers: { 'X-Authentication-Denied-Reason': 'CAPTCHA_CHALLENGE; login-url=http://jira.example/login.jsp' },
      },
      expected: { kind: 'unauthorized', message: expect.stringContaining('CAPTCHA') },
    },
    {
      says: 'that this is not allowed',
      answer: { status: 403, json: { message: 'The requesting user has no access to Jira.', 'status-code': 403 } },
      expected: { kind: 'unauthorized', status: 403, message: 'The requesting user has no access to Jira.' },
    },
    {
      says: 'that the question is wrong, and in which field',
      answer: { status: 400, json: { errorMessages: [], errors: { jql: 'Unbounded JQL queries are not allowed here.' } } },
      expected: { kind: 'refused', status: 400, message: 'jql: Unbounded JQL queries are not allowed here.' },
    },
    {
      says: 'that there is no such thing',
      answer: { status: 404, json: { errorMessage: 'dead link' } },
      expected: { kind: 'refused', status: 404, message: 'dead link' },
    },
    {
      says: 'that it was removed',
      answer: { status: 410, json: errors('The requested API has been removed.') },
      expected: { kind: 'refused', status: 410 },
    },
    { says: 'that it was never built', answer: { status: 501, raw: '' }, expected: { kind: 'refused', status: 501 } },
    {
      says: 'an error of the server',
      answer: { status: 500, json: errors('Internal server error') },
      expected: { kind: 'transient', message: 'Internal server error' },
    },
    {
      says: 'a gateway’s page',
      answer: { status: 502, ...html('Bad Gateway') },
      expected: { kind: 'transient', message: 'Jira answered with HTTP 502' },
    },
    {
      says: 'that it is busy, and until when',
      answer: { status: 503, raw: '', headers: { 'Retry-After': '20', ...date } },
      expected: { kind: 'rate-limited', retryAfterMs: seconds(20) },
    },
    { says: 'that it is busy', answer: { status: 503, raw: '' }, expected: { kind: 'transient', status: 503 } },
    {
      says: 'that it is elsewhere',
      answer: { status: 302, raw: '', headers: { Location: 'https://sso.example/login' } },
      expected: { kind: 'refused', message: expect.stringContaining('redirect') },
    },
    { says: 'nothing, with status 200', answer: { raw: '' }, expected: { kind: 'transient' } },
    { says: 'half of it', answer: { raw: '{"issues":[{"id":"1",' }, expected: { kind: 'transient' } },
    { says: 'half of it, and hangs up', answer: { json: { issues: ['a'.repeat(1000)] }, cut: true }, expected: { kind: 'transient' } },
    { says: 'a page about maintenance, with status 200', answer: html('We will be back soon'), expected: { kind: 'transient' } },
    {
      says: 'errors, with status 200',
      answer: { json: errors('The value is wrong.') },
      expected: { kind: 'refused', message: 'The value is wrong.' },
    },
  ] as { says: string; answer: Answer; expected: object }[])('is told apart: $says', async ({ answer: said, expected }) => {
    answer = () => said;
    const failure = await failureOf(connect().get('/field'));
    expect(failure).toBeInstanceOf(TrackerError);
    expect(failure).toMatchObject(expected);
    expect(JSON.stringify(failure) + (failure as Error).message).not.toMatch(/secret-token|c2VjcmV0/);
    expect(server.asked).toHaveLength(1);
  });

  it('is a login page when every question is answered with one', async () => {
    answer = () => html('<form><input name="u"><input type="password"></form>');
    expect(await failureOf(connect().get('/field'))).toMatchObject({
      kind: 'unauthorized',
      message: expect.stringContaining('login page'),
    });
  });

  it('is a hiccup when only one is', async () => {
    answer = ({ path }) => (path.endsWith('/field') ? html('<form>Log in</form>') : { json: { accountId: '1' } });
    expect(await failureOf(connect().get('/field'))).toMatchObject({ kind: 'transient' });
  });

  it('may be too large, which a smaller question is not', async () => {
    const tooLarge = Object.assign(new Error('The tracker sent a larger answer than is accepted.'), { kind: 'too-large' });
    const failure = await failureOf(connect({ fetch: () => Promise.reject(tooLarge) }).get('/field'));
    expect(failure).toMatchObject({ kind: 'transient', message: tooLarge.message });
    expect(isTooLarge(failure)).toBe(true);
    answer = () => ({ status: 500, raw: '' });
    expect(isTooLarge(await failureOf(connect().get('/field')))).toBe(false);
  });

  it('may be too slow, which it need not be the next time', async () => {
    const tooSlow = Object.assign(new Error('The tracker did not answer completely in time.'), { kind: 'too-slow' });
    expect(await failureOf(connect({ fetch: () => Promise.reject(tooSlow) }).get('/field'))).toMatchObject({ kind: 'transient' });
    const timeout = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    expect(await failureOf(connect({ fetch: () => Promise.reject(timeout) }).get('/field'))).toMatchObject({
      kind: 'transient',
      message: 'Jira did not answer in time',
    });
  });

  it('is somebody else’s when the site shows everything to everybody and takes us for that', async () => {
    answer = () => ({ json: { issues: [] }, headers: { 'X-AUSERNAME': 'anonymous' } });
    expect(await failureOf(connect().get('/search'))).toMatchObject({ kind: 'unauthorized' });
    answer = () => ({ json: { issues: [] }, headers: { 'X-AUSERNAME': 'ann' } });
    expect(await failureOf(connect().get('/search'))).toBeUndefined();
  });

  it.each(['address', 'redirect'])('may be forbidden by our own rules about the %s', async (kind) => {
    const forbidden = Object.assign(new Error('not there'), { kind });
    expect(await failureOf(connect({ fetch: () => Promise.reject(forbidden) }).get('/field'))).toMatchObject({
      kind: 'refused',
      message: 'not there',
    });
  });

  it('tells no address where nobody answers', async () => {
    const failure = await failureOf(connect({ baseUrl: 'http://127.0.0.1:1' }).get('/field'));
    expect(failure).toMatchObject({ kind: 'transient', message: expect.stringMatching(/^Jira could not be reached/) });
    expect((failure as Error).message).not.toContain('127.0.0.1');
  });

  it('comes to an end with the caller', async () => {
    answer = () => undefined;
    const caller = new AbortController();
    const asked = failureOf(connect({ signal: caller.signal }).get('/field'));
    caller.abort();
    expect(await asked).toMatchObject({ kind: 'transient' });
  });
});

describe('a request', () => {
  it('goes where the site is, under its context path, as one of the API’s version', async () => {
    answer = () => ({ json: { ok: true } });
    const client = connect({ baseUrl: `${server.url}/jira/` });
    await client.ask((jira) => jira.getServerInfo());
    await client.speaking('3').post('/search/jql', { jql: 'updated >= 0' });
    await client.get('/board/7/sprint', { startAt: 0 }, '/rest/agile/1.0');
    expect(server.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /jira/rest/api/2/serverInfo',
      'POST /jira/rest/api/3/search/jql',
      'GET /jira/rest/agile/1.0/board/7/sprint',
    ]);
    expect(server.asked[1]?.body).toEqual({ jql: 'updated >= 0' });
    expect(client.requests()).toBe(3);
  });

  it('keeps every character of its values', async () => {
    answer = () => ({ json: {} });
    const query = { jql: 'summary ~ "100% a+b & c#d" ORDER BY created', token: 'Ca+/==', status: ['live', 'archived'] };
    await connect().get('/search/jql', query);
    expect(server.asked[0]?.query.get('jql')).toBe(query.jql);
    expect(server.asked[0]?.query.get('token')).toBe(query.token);
    expect(server.asked[0]?.query.getAll('status')).toEqual(['live', 'archived']);
  });

  it('is sent with the credentials, in UTF-8', async () => {
    answer = () => ({ json: {} });
    const credentials = { kind: 'basic', email: 'zoë@example.com', apiToken: 'tökn' } as const;
    await connectJira({ baseUrl: server.url, credentials, fetch, now: () => now, storeCredentials: async () => {} }).client.get('/field');
    await connectJira({
      baseUrl: server.url,
      credentials: { kind: 'personal', personalAccessToken: 'pat' },
      fetch,
      now: () => now,
      storeCredentials: async () => {},
    }).client.get('/field');
    expect(server.asked.map(({ headers }) => headers.authorization)).toEqual([
      `Basic ${Buffer.from('zoë@example.com:tökn').toString('base64')}`,
      'Bearer pat',
    ]);
  });

  it('tells how far Jira’s clock is ahead', async () => {
    answer = () => ({ json: {}, headers: { Date: 'Fri, 20 Nov 2026 12:10:00 GMT' } });
    const client = connect();
    await client.get('/field');
    expect(client.clockSkewMs()).toBe(seconds(600));
  });
});
