import { BAD_GATEWAY, type Fault, generateCompany, makeTooManyRequests, SERVER_ERROR, startTwin, type Twin } from '@speedtax/tracker-twin';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkLinearCredentials } from '../src/linear/check-linear-credentials.ts';
import { fetchItems } from '../src/linear/fetch-items.ts';
import { openLinearClient } from '../src/linear/linear-client.ts';
import { linearPlan } from '../src/linear/linear-plan.ts';
import { workspaceDocument } from '../src/linear/queries/workspace.ts';
import { makeRateBudget } from '../src/linear/rate-budget.ts';
import { TrackerError } from '../src/tracker-error.ts';

const today = Date.parse('2026-11-20T12:00:00Z');
const apiKey = 'lin_api_test';
const company = generateCompany({ seed: 5, issues: 300, today });
let twin: Twin;
let fault: Fault | undefined;

beforeAll(async () => {
  twin = await startTwin({ company, apiKeys: [apiKey], limits: 'off', now: () => today, onRequest: () => fault });
});
afterEach(() => {
  fault = undefined;
});
afterAll(() => twin.close());

const connect = () => openLinearClient({ authorize: async () => ({ apiKey }), apiUrl: twin.url, fetch });
const phaseOf = (name: string) => linearPlan.find((phase) => phase.name === name) as (typeof linearPlan)[number];
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the credentials of a workspace', () => {
  it('tell its name when they work', async () => {
    expect(await checkLinearCredentials({ apiKey, apiUrl: twin.url, fetch })).toEqual({
      ok: true,
      workspaceId: company.organization.id,
      workspaceName: company.organization.name,
    });
  });

  it('are refused in the tracker’s own words', async () => {
    const check = await checkLinearCredentials({ apiKey: 'lin_api_wrong', apiUrl: twin.url, fetch });
    expect(check).toMatchObject({ ok: false, kind: 'unauthorized', reason: expect.stringMatching(/authenticat/i) });
    expect(JSON.stringify(check)).not.toContain('lin_api_wrong');
  });

  it('are refused where the address is none the SDK will send a key to', async () => {
    expect(await checkLinearCredentials({ apiKey, apiUrl: 'http://tracker.example/graphql', fetch })).toMatchObject({
      ok: false,
      kind: 'refused',
    });
  });
});

describe('an answer that is none', () => {
  it.each([
    { says: 'a gateway’s page', answer: BAD_GATEWAY, kind: 'transient' },
    { says: 'an error of the server', answer: SERVER_ERROR, kind: 'transient' },
    { says: 'too many requests', answer: makeTooManyRequests(30), kind: 'rate-limited', retryAfterMs: 30_000 },
    { says: 'nothing, and hangs up', answer: 'reset' as const, kind: 'transient' },
    {
      says: 'a page of a login, with status 200',
      answer: { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>' },
      kind: 'transient',
    },
    { says: 'half an answer', answer: { status: 200, body: '{"data":{"viewer":' }, kind: 'transient' },
    {
      says: 'rate limiting by code only, with HTTP 400',
      answer: { status: 400, body: JSON.stringify({ errors: [{ message: 'Rate limit exceeded', extensions: { code: 'RATELIMITED' } }] }) },
      kind: 'rate-limited',
    },
    {
      says: 'that the document is wrong',
      answer: {
        status: 400,
        body: JSON.stringify({ errors: [{ message: 'Cannot query field', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }),
      },
      kind: 'refused',
    },
  ])('is told apart: $says', async ({ answer, says: _, ...expected }) => {
    fault = answer;
    const failure = await failureOf(connect().ask(workspaceDocument, {}));
    expect(failure).toBeInstanceOf(TrackerError);
    expect(failure).toMatchObject(expected);
  });

  it('is given up when the caller does', async () => {
    fault = 'hang';
    const caller = new AbortController();
    const asked = failureOf(
      openLinearClient({ authorize: async () => ({ apiKey }), apiUrl: twin.url, fetch, signal: caller.signal }).ask(workspaceDocument, {}),
    );
    caller.abort();
    expect(await asked).toMatchObject({ kind: 'transient' });
  });
});

describe('the caller’s fetch', () => {
  it('carries every request, and is nobody else’s', async () => {
    const own = globalThis.fetch;
    const seen: string[] = [];
    const client = openLinearClient({
      authorize: async () => ({ apiKey }),
      apiUrl: twin.url,
      fetch: (url, init) => {
        seen.push(String(url));
        // By its global name: what is lent must not be met again here.
        return fetch(url, init);
      },
    });
    const asked = client.ask(workspaceDocument, {});
    expect(globalThis.fetch).toBe(own);
    await asked;
    expect(seen).toEqual([twin.url]);
  });
});

describe('a page of a phase', () => {
  it('is complete in its inner connections, however small their pages are', async () => {
    const issues = phaseOf('issues');
    const since = new Date(0).toISOString();
    const whole = await fetchItems(connect(), { ...issues, pageSize: 60, nestedSize: 15 }, { after: null, since });
    const pieced = await fetchItems(connect(), { ...issues, pageSize: 60, nestedSize: 1 }, { after: null, since });
    const idsOf = (page: typeof whole) =>
      page.items.map((item) =>
        issues
          .map(item, 'c')
          .rows.issue_link?.map(({ id }) => id)
          .sort(),
      );
    expect(idsOf(pieced)).toEqual(idsOf(whole));
    expect(idsOf(whole).flat().length).toBeGreaterThan(0);
  });
});

describe('the budget', () => {
  const headers = (remaining: number, resetAt: number) =>
    new Headers({
      'X-RateLimit-Requests-Limit': '2500',
      'X-RateLimit-Requests-Remaining': '100',
      'X-RateLimit-Requests-Reset': String(resetAt),
      'X-RateLimit-Complexity-Limit': '3000000',
      'X-RateLimit-Complexity-Remaining': String(remaining),
      'X-RateLimit-Complexity-Reset': String(resetAt),
    });

  it('lets nothing pass that costs more than is left, until the reset', () => {
    let now = today;
    const budget = makeRateBudget(() => now);
    budget.note(headers(5_000, today + 60_000));
    expect(budget.blockedUntil(4_000)).toBeNull();
    expect(budget.blockedUntil(6_000)).toBe(today + 60_000);
    now += 60_000;
    expect(budget.blockedUntil(6_000)).toBeNull();
  });

  it('knows the share of the scarcer allowance that is left', () => {
    const budget = makeRateBudget(() => today);
    expect(budget.left()).toBe(1);
    budget.note(headers(3_000_000, today + 60_000));
    expect(budget.left()).toBeCloseTo(100 / 2500);
  });

  it('is shut by a refusal', () => {
    const budget = makeRateBudget(() => today);
    budget.block(today + 1_000);
    expect(budget.blockedUntil(1)).toBe(today + 1_000);
  });
});
