import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectJira } from '../src/jira/access/connect-jira.ts';
import { makeJiraRateBudget } from '../src/jira/transport/jira-rate-budget.ts';
import { isTooLarge } from '../src/jira/transport/read-reply.ts';
import { TrackerError } from '../src/tracker-error.ts';
import { type Answer, type Asked, type JiraServer, startJiraServer } from './jira-server.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const seconds = (n: number) => n * 1000;
/** Every answer tells the server's clock; this one agrees with ours. */
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
  connectJira({
    baseUrl: server.url,
    credentials: { kind: 'basic', email: 'ann@example.com', apiToken: 'secret-token' },
    fetch,
    now: () => now,
    storeCredentials: async () => {},
    ...options,
  }).client;

const failureOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

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

describe('too many requests', () => {
  const limited = (headers: Record<string, string>): Answer => ({ status: 429, json: { errorMessages: ['Rate limit exceeded'] }, headers });
  it.each([
    { says: 'in seconds', headers: { 'Retry-After': '30', ...date }, waits: seconds(30) },
    {
      says: 'by its own clock, which is ten minutes ahead',
      headers: { 'X-RateLimit-Reset': '2026-11-20T12:15Z', Date: 'Fri, 20 Nov 2026 12:10:00 GMT' },
      waits: seconds(300),
    },
    {
      says: 'both ways: the longer',
      headers: { 'Retry-After': '5', 'X-RateLimit-Reset': '2026-11-20T12:01:00Z', ...date },
      waits: seconds(60),
    },
    {
      says: 'that the quota of the hour is used up',
      headers: { 'RateLimit-Reason': 'jira-quota-tenant-based', Date: 'Fri, 20 Nov 2026 12:50:00 GMT' },
      waits: seconds(600),
    },
    {
      says: 'that the bucket is filled every so often',
      headers: { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Interval-Seconds': '45', ...date },
      waits: seconds(45),
    },
    { says: 'nothing', headers: { ...date }, waits: null },
  ] as { says: string; headers: Record<string, string>; waits: number | null }[])(
    'tell how long to wait: $says',
    async ({ headers, waits }) => {
      answer = () => limited(headers);
      expect(await failureOf(connect().get('/field'))).toMatchObject({ kind: 'rate-limited', retryAfterMs: waits });
    },
  );

  it('are not followed by others', async () => {
    answer = () => limited({ 'Retry-After': '30', ...date });
    const client = connect();
    await failureOf(client.get('/field'));
    expect(await failureOf(client.get('/status'))).toMatchObject({ kind: 'rate-limited', resetAt: now + seconds(30) });
    expect(server.asked).toHaveLength(1);
  });
});

describe('the budget', () => {
  it.each([
    { headers: {}, left: 1 },
    { headers: { 'X-RateLimit-Limit': '100', 'X-RateLimit-Remaining': '30' }, left: 0.3 },
    { headers: { 'RateLimit-Policy': '"global-app-quota";q=65000;w=3600', RateLimit: '"global-app-quota";r=6500;t=900' }, left: 0.1 },
    { headers: { 'X-RateLimit-NearLimit': 'true', 'X-RateLimit-Limit': '100', 'X-RateLimit-Remaining': '50' }, left: 0.2 },
  ])('left is read from $headers', ({ headers, left }) => {
    const budget = makeJiraRateBudget(() => now);
    budget.note(new Headers(headers as Record<string, string>));
    expect(budget.left()).toBeCloseTo(left);
  });

  it('waits for an empty bucket to be filled', () => {
    const budget = makeJiraRateBudget(() => now);
    budget.note(new Headers({ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Interval-Seconds': '5', 'X-RateLimit-FillRate': '10' }));
    expect(budget.blockedUntil(1)).toBe(now + seconds(5));
  });

  it('lets fewer requests go at once the less of it is left', async () => {
    let underWay = 0;
    let most = 0;
    let headers: Record<string, string> = {};
    const slow: typeof fetch = async () => {
      most = Math.max(most, (underWay += 1));
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return Response.json({}, { headers });
    };
    const client = connect({ fetch: slow });
    const askTwenty = async () => {
      most = 0;
      await Promise.all(Array.from({ length: 20 }, () => client.get('/field')));
      return most;
    };
    expect(await askTwenty()).toBe(8);
    headers = { 'X-RateLimit-Limit': '100', 'X-RateLimit-Remaining': '10' };
    await client.get('/field');
    expect(await askTwenty()).toBe(1);
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
