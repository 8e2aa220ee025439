import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeJiraRateBudget } from '../src/jira/transport/jira-rate-budget.ts';
import { connect as connectTo, failureOf, now, seconds } from './jira-connect.ts';
import { type Answer, type Asked, type JiraServer, startJiraServer } from './jira-server.ts';

/** The server's clock agrees with ours. */
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

const connect = (options: { fetch?: typeof fetch } = {}) => connectTo({ baseUrl: server.url, ...options });

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
