import { afterEach, describe, expect, it } from 'vitest';
import { CUT_ANSWER, type Fault, JIRA_UNAVAILABLE, type JiraTwin, LOGIN_PAGE, makeJiraTooManyRequests } from '../../src/index.ts';
import { askJira, startSmallJira, TODAY } from './ask-jira.ts';

let twin: JiraTwin;
afterEach(() => twin.close());

const HOUR_MS = 3_600_000;

describe('allowances', () => {
  it('are points by the hour: one for a request, one for each issue, all back at the top of the hour', async () => {
    let now = TODAY + 20 * 60_000;
    twin = await startSmallJira({ limits: { pointsPerHour: 60 }, now: () => now });
    const search = () => askJira(twin, 'api/3/search/jql', { jql: 'created > 0', maxResults: 50 });
    expect((await search()).headers.get('x-ratelimit-remaining')).toBe('9');
    await search();
    const refused = await search();
    expect(refused.status).toBe(429);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'ratelimit-reason': 'jira-quota-tenant-based',
      'retry-after': String(40 * 60),
      'x-ratelimit-reset': new Date(TODAY + HOUR_MS).toISOString(),
    });
    now = TODAY + HOUR_MS - 1;
    await search();
    now += 1;
    expect((await search()).status).toBe(200);
    expect(twin.ledger.earlyRetries).toBe(1);
    expect(twin.ledger.entries[0]).toMatchObject({ name: 'POST search/jql', points: 51, status: 200 });
  });

  it('are requests by the second for each endpoint, and may say nothing of when to come back', async () => {
    let now = TODAY;
    twin = await startSmallJira({ limits: { requestsPerSecond: 2, saysRetryAfter: false }, now: () => now });
    const statuses = [];
    for (let time = 0; time < 3; time += 1) statuses.push((await askJira(twin, 'api/3/status')).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await askJira(twin, 'api/3/status');
    expect(refused.headers.get('ratelimit-reason')).toBe('jira-burst-based');
    expect(refused.headers.get('retry-after')).toBeNull();
    expect((await askJira(twin, 'api/3/field')).status).toBe(200);
    now += 1_000;
    expect((await askJira(twin, 'api/3/status')).status).toBe(200);
  });
});

describe('faults', () => {
  const startFaulty = (fault: Fault, now = () => TODAY) =>
    startSmallJira({ now, onRequest: ({ name, place }) => (name === 'status' && place === 0 ? fault : undefined) });

  it.each([
    ['a page to sign in on', LOGIN_PAGE, 200, /Log in/],
    ['that nothing is there to answer', JIRA_UNAVAILABLE, 503, /Unavailable/],
  ])('%s, then all is well', async (_, fault, status, text) => {
    twin = await startFaulty(fault);
    const answer = await askJira(twin, 'api/3/status');
    expect([answer.status, answer.body]).toEqual([status, expect.stringMatching(text)]);
    expect((await askJira(twin, 'api/3/status')).status).toBe(200);
  });

  it('half an answer', async () => {
    twin = await startFaulty(CUT_ANSWER);
    await expect(askJira(twin, 'api/3/status')).rejects.toThrow(/JSON/);
  });

  it('too many requests, in every way of saying it', async () => {
    let now = TODAY;
    twin = await startFaulty(makeJiraTooManyRequests({ reason: 'jira-quota-global-based', resetAt: TODAY + 5_000 }), () => now);
    const answer = await askJira(twin, 'api/3/status');
    expect(answer.headers.get('x-ratelimit-reset')).toBe(new Date(TODAY + 5_000).toISOString());
    now += 4_999;
    await askJira(twin, 'api/3/status');
    expect(twin.ledger.earlyRetries).toBe(1);
    expect(makeJiraTooManyRequests()).toMatchObject({ status: 429, headers: {} });
  });

  it('its own time, whatever the machine says', async () => {
    twin = await startSmallJira({ now: () => TODAY + 600_000 });
    expect((await askJira(twin, 'api/3/serverInfo')).headers.get('date')).toBe('Fri, 20 Nov 2026 12:10:00 GMT');
  });

  it('answers of the test’s own making, and endpoints that a site lacks', async () => {
    twin = await startSmallJira({
      absent: { field: 403, 'changelog/bulkfetch': 404 },
      onAnswer: ({ name }, body) => (name === 'status' ? (body as unknown[]).slice(0, 1) : body),
    });
    expect((await askJira(twin, 'api/3/status')).body).toHaveLength(1);
    expect((await askJira(twin, 'api/3/field')).status).toBe(403);
    expect((await askJira(twin, 'api/3/changelog/bulkfetch', { issueIdsOrKeys: ['10000'] })).status).toBe(404);
    expect((await askJira(twin, 'api/3/serverInfo')).status).toBe(200);
  });
});
