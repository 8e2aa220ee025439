import type { Problem } from '@speedtax/contract';
import { workedExample } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await tellCompany(api.test, workedExample, 10);
});
afterAll(() => api.close());

async function refusal(path: string, init?: RequestInit): Promise<Problem> {
  const answer = await api.ask(path, init);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = (await answer.json()) as Problem;
  expect(problem.status).toBe(answer.status);
  expect(problem.requestId).toBe(answer.headers.get('x-request-id'));
  return problem;
}
const json = (body: string) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body });

describe('a request that cannot be answered', () => {
  it('to an address that is not there', async () => {
    expect(await refusal('/api/v1/nothing')).toMatchObject({ status: 404, code: 'not_found' });
    expect(await refusal('/api')).toMatchObject({ status: 404 });
    expect(await refusal('/webhooks/nothing')).toMatchObject({ status: 404 });
  });

  it('by a method the address does not know, is told those it knows', async () => {
    const answer = await api.ask('/api/v1/connections', { method: 'PUT' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('with a body that is not JSON, is too large or of another type', async () => {
    expect(await refusal('/api/v1/connections', json('{"provider":'))).toMatchObject({ status: 400, code: 'malformed_json' });
    expect(await refusal('/api/v1/connections', json(JSON.stringify({ name: 'x'.repeat(1_100_000) })))).toMatchObject({ status: 413 });
    const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'provider=linear' };
    expect(await refusal('/api/v1/connections', form)).toMatchObject({ status: 415 });
    expect(await refusal('/api/v1/connections', json('3'))).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it.each([
    ['/api/v1/speed-tax?from=yesterday', ['from']],
    ['/api/v1/speed-tax?from=2026-02-30', ['from']],
    ['/api/v1/speed-tax?from=2026-01-05&to=2026-01-05', ['to']],
    ['/api/v1/speed-tax?from=2026-01-05&to=2026-01-01', ['to']],
    ['/api/v1/speed-tax?from=2099-01-01', ['from']],
    ['/api/v1/speed-tax?from=1900-01-01&to=2026-01-01', ['from']],
    ['/api/v1/speed-tax?from=2026-01-01&from=2026-01-02', ['from']],
    ['/api/v1/speed-tax?form=2026-01-01', ['form']],
    ['/api/v1/speed-tax/series?bucket=year&teamId=A', ['bucket', 'teamId']],
    ['/api/v1/initiatives?status=open', ['status']],
    ['/api/v1/initiatives?to=2026-99-99', ['to']],
    ['/api/v1/teams?limit=0', ['limit']],
    ['/api/v1/teams?cursor=nonsense', ['cursor']],
    ['/api/v1/issues', ['waiting']],
    ['/api/v1/issues?waiting=false', ['waiting']],
    ['/api/v1/issues/not-an-id/waits', ['id']],
  ])('names the path of each bad field: %s', async (path, paths) => {
    const problem = await refusal(path);
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem.errors?.map((error) => error.path)).toEqual(paths);
  });

  it.each(['/api/v1/syncs', '/api/v1/initiatives', '/api/v1/connections'])('for an id that is not there: %s', async (path) => {
    expect(await refusal(`${path}/00000000-0000-4000-8000-000000000000`)).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('tells nothing of a fault of our own but where to find it in the log', async () => {
    const faulty = await startTestApi((context) => ({
      database: { ...context.database, inOrganization: () => Promise.reject(new Error('password is hunter2')) },
    }));
    const answer = await faulty.ask('/api/v1/teams');
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', requestId: answer.headers.get('x-request-id') });
    expect(text).not.toMatch(/hunter2|Error|\.ts/);
    expect((await fetch(`${faulty.url}/readyz`)).status).toBe(200);
    await faulty.close();
  });

  it('is put off when too many come', async () => {
    const busy = await startTestApi((context) => ({ limits: { ...context.limits, requestsPerMinute: 3, refusalsPerMinute: 100 } }));
    const statuses = [];
    for (let k = 0; k < 4; k++) statuses.push((await busy.ask('/api/v1/me')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await busy.ask('/api/v1/me')).headers.get('retry-after')).not.toBeNull();
    expect((await fetch(`${busy.url}/healthz`)).status).toBe(200);
    await busy.close();
  });

  it('is put off when keys are tried', async () => {
    const busy = await startTestApi((context) => ({ limits: { ...context.limits, refusalsPerMinute: 2 } }));
    const statuses = [];
    for (const key of ['a', 'b', 'c'])
      statuses.push((await busy.ask('/api/v1/me', { headers: { authorization: `Bearer ${key}` } })).status);
    expect(statuses).toEqual([401, 401, 429]);
    await busy.close();
  });
});

describe('health', () => {
  it('is told to whoever asks', async () => {
    expect(await (await fetch(`${api.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${api.url}/readyz`)).json()).toEqual({ status: 'ready', checks: { database: 'ok' } });
    const metrics = await (await fetch(`${api.url}/metrics`)).text();
    expect(metrics).toMatch(/speedtax_http_request_seconds_count\{method="GET",route="\/api\/v1\/speed-tax",status="400"\} \d+/);
  });

  it('is not ready while the database does not answer', async () => {
    const alone = await startTestApi((context) => ({ database: { ...context.database, ping: () => Promise.reject(new Error('gone')) } }));
    expect((await fetch(`${alone.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${alone.url}/healthz`)).status).toBe(200);
    await alone.close();
  });
});

describe('an answer', () => {
  it('is not sent again when it has not changed', async () => {
    const first = await api.ask('/api/v1/speed-tax');
    const etag = first.headers.get('etag') ?? '';
    expect((await api.ask('/api/v1/speed-tax', { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } })).status).toBe(304);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('may neither be framed nor run anything', async () => {
    const { headers } = await api.ask('/api/v1/me');
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('before the first analysis has no figures instead of zeros', async () => {
    const empty = await startTestApi();
    const tax = await empty.get<{ dataCutOff: string | null; total: { speedTax: number | null }; coverage: { covered: number | null } }>(
      '/api/v1/speed-tax',
    );
    expect([tax.dataCutOff, tax.total.speedTax, tax.coverage.covered]).toEqual([null, null, null]);
    expect(await empty.get('/api/v1/initiatives')).toEqual({ items: [], nextCursor: null });
    await empty.close();
  });
});
