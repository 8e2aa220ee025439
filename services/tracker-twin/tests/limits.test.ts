import { afterEach, describe, expect, it } from 'vitest';
import type { Twin } from '../src/index.ts';
import { ask, KEY, startSmallTwin, TODAY } from './ask.ts';
import { DOCUMENTS } from './documents.ts';

let twin: Twin | undefined;
afterEach(() => twin?.close());

const VIEWER = 'query Me { viewer { id } }';

describe('who is let in', () => {
  it('lets a bare API key in, and an OAuth token as Bearer', async () => {
    twin = await startSmallTwin({ accessTokens: ['token-1'] });
    expect((await ask(twin.url, VIEWER)).status).toBe(200);
    const bearer = await ask(twin.url, VIEWER, {}, { authorization: 'Bearer token-1' });
    expect(bearer.status).toBe(200);
  });

  it.each([
    ['no key', {}],
    ['a wrong key', { authorization: 'lin_api_wrong' }],
    ['an API key sent as Bearer', { authorization: `Bearer ${KEY}` }],
  ])('turns %s away with 401 in the words of Linear', async (_name, headers) => {
    twin = await startSmallTwin();
    const answer = await ask(twin.url, VIEWER, {}, headers as Record<string, string>);
    expect(answer.status).toBe(401);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ type: 'authentication error' });
  });
});

describe('what a document costs', () => {
  it.each(DOCUMENTS)('$name costs $points points and runs without an error', async (document) => {
    twin = await startSmallTwin();
    const ids = twin.company.issues.all.slice(0, 25).map(({ id }) => id);
    const answer = await ask(twin.url, document.query, { since: '2020-01-01T00:00:00Z', ids });
    expect(answer.errors).toBeUndefined();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-complexity')).toBe(String(document.points));
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('never runs above 10,000 points, even when allowances are off', async () => {
    twin = await startSmallTwin();
    const dear = 'query Dear { issues(first: 250) { nodes { id history { nodes { id } } } } }';
    const answer = await ask(twin.url, dear);
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.message).toBe('Query too complex');
  });

  it('reads page sizes from variables and their defaults, and through fragments', async () => {
    twin = await startSmallTwin();
    const query = `query Page($size: Int = 10) { users(first: $size) { ...Page } }
      fragment Page on UserConnection { nodes { id } }`;
    expect((await ask(twin.url, query)).headers.get('x-complexity')).toBe('11');
    const wide = await ask(twin.url, query, { size: 100 });
    expect(wide.headers.get('x-complexity')).toBe('110');
  });
});

describe('allowances by the hour', () => {
  it.each([
    [true, 'ratelimited'],
    [false, undefined],
  ])('refuses with HTTP 400 RATELIMITED when requests run out (typed: %s)', async (isTyped, type) => {
    twin = await startSmallTwin({ limits: { requestsPerHour: 2, pointsPerHour: 1000, isTyped } });
    await ask(twin.url, VIEWER);
    await ask(twin.url, VIEWER);
    const refused = await ask(twin.url, VIEWER);
    expect(refused.status).toBe(400);
    expect(refused.errors?.[0]?.extensions.code).toBe('RATELIMITED');
    expect(refused.errors?.[0]?.extensions.type).toBe(type);
    expect(refused.headers.get('x-ratelimit-requests-remaining')).toBe('0');
  });

  it('lets a client in again as the allowance trickles back', async () => {
    let now = TODAY;
    twin = await startSmallTwin({
      limits: { requestsPerHour: 2, pointsPerHour: 1000 },
      now: () => now,
    });
    for (let time = 0; time < 2; time += 1) await ask(twin.url, VIEWER);
    expect((await ask(twin.url, VIEWER)).status).toBe(400);
    now += 30 * 60_000;
    expect((await ask(twin.url, VIEWER)).status).toBe(200);
    expect(twin.ledger.earlyRetries).toBe(0);
  });

  it('refuses when points run out, and counts who comes back too early', async () => {
    twin = await startSmallTwin({ limits: { requestsPerHour: 100, pointsPerHour: 1000 } });
    const rels = DOCUMENTS.find(({ name }) => name === 'Rels')?.query ?? '';
    expect((await ask(twin.url, rels)).headers.get('x-ratelimit-complexity-remaining')).toBe('23');
    expect((await ask(twin.url, rels)).status).toBe(400);
    expect((await ask(twin.url, rels)).status).toBe(400);
    expect(twin.ledger.earlyRetries).toBe(1);
  });

  it('tells the real allowances of a key, their resets in milliseconds', async () => {
    twin = await startSmallTwin({ limits: 'real' });
    const { headers } = await ask(twin.url, VIEWER);
    expect(headers.get('x-ratelimit-requests-limit')).toBe('2500');
    expect(headers.get('x-ratelimit-complexity-limit')).toBe('3000000');
    const reset = Number(headers.get('x-ratelimit-requests-reset'));
    expect(reset).toBe(TODAY + 3_600_000 / 2500);
  });

  it('answers rateLimitStatus', async () => {
    twin = await startSmallTwin({ limits: 'real' });
    const query = '{ rateLimitStatus { kind limits { type allowedAmount remainingAmount reset } } }';
    const { data } = await ask(twin.url, query);
    expect(data.rateLimitStatus.limits[0]).toMatchObject({ allowedAmount: 2500, remainingAmount: 2499 });
  });
});
