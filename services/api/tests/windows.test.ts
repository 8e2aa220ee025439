import { type Endpoint, endpoints, type Problem } from '@speedtax/contract';
import { type StoredStory, workedExample } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

let api: TestApi;
let story: StoredStory;
beforeAll(async () => {
  api = await startTestApi();
  story = await tellCompany(api.test, workedExample, 10);
});
afterAll(() => api.close());

type Asked = Readonly<Record<string, string>>;

const takes = (field: string) =>
  Object.values<Endpoint>(endpoints)
    .filter(({ query, body }) => field in (query?.shape ?? {}) || field in ((body as Endpoint['query'])?.shape ?? {}))
    .map((asked) => ({ ...asked, words: `${asked.method} ${asked.path}` }));

function ask({ method, path, body, query }: Endpoint, asked: Asked): Promise<Response> {
  const named = path.includes('/issues/') ? story.idOf('issue', 'a1') : story.idOf('initiative', 'Launch');
  const address = path.replace('{id}', named);
  if (body) {
    const init = { method: method.toUpperCase(), headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) };
    return api.ask(address, init);
  }
  return api.ask(`${address}?${new URLSearchParams({ ...(query && 'waiting' in query.shape && { waiting: 'true' }), ...asked })}`);
}

async function isRefused(endpoint: Endpoint, asked: Asked, path: string): Promise<void> {
  const answer = await ask(endpoint, asked);
  const { status, errors } = (await answer.json()) as Problem;
  expect({ status, paths: errors?.map((error) => error.path) }).toEqual({ status: 400, paths: [path] });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
}

describe.each(takes('from'))('the window of $words', (endpoint) => {
  it.each<[Asked, string]>([
    [{ from: '0000-01-01' }, 'from'],
    [{ from: '0001-01-01', to: '0001-02-01' }, 'from'],
    [{ from: '1969-12-31', to: '1970-02-01' }, 'from'],
    [{ from: '2026-01-01', to: '9999-12-31' }, 'to'],
    [{ to: '2100-01-01' }, 'to'],
    [{ from: '2026-01-05', to: '2026-01-05' }, 'to'],
    [{ from: '2026-01-05', to: '2026-01-01' }, 'to'],
    [{ from: '2026-02-30' }, 'from'],
    [{ from: '+012026-01-01' }, 'from'],
    [{ to: '2026-1-1' }, 'to'],
    [{ from: '1970-01-01', to: '2099-12-31' }, 'from'],
  ])('is refused by the name of the bad end: %o', async (asked, path) => {
    // Both ends may be out of reach: the first is named at least.
    const answer = await ask(endpoint, asked);
    const { errors } = (await answer.json()) as Problem;
    expect([answer.status, errors?.[0]?.path]).toEqual([400, path]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it.each<Asked>([
    { from: '1970-01-01', to: '1970-01-02' },
    { from: '2025-12-31', to: '2026-01-01' },
    { from: '2090-01-01', to: '2099-12-31' },
    { from: '2026-01-10' },
    { to: '1970-01-01' },
    { to: '2026-01-02' },
    { to: '2027-01-01' },
  ])('may lie anywhere within what trackers know: %o', async (asked) => {
    const answer = await ask(endpoint, asked);
    expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)]);
  });
});

describe('a window without anything in it', () => {
  it.each(['from=1970-01-01&to=1970-01-02', 'from=2090-01-01&to=2099-12-31'])('has no time at all: %s', async (window) => {
    const { total, pairs } = await api.get<{ total: object; pairs: unknown[] }>(`/api/v1/speed-tax?${window}`);
    expect(total).toMatchObject({ inPlayMs: 0, waitingMs: 0, imposedMs: 0, speedTax: null });
    expect(pairs).toEqual([]);
  });
});

describe.each(takes('asOf'))('the past of $words', (endpoint) => {
  it.each(['0001-01-01', '9999-12-31', '1969-12-31', '2100-01-01', '9999-12-31T23:59:59.999Z', '0001-01-01T00:00:00Z', '2026-13-01'])(
    'is refused by name where nobody can know it: %s',
    async (asOf) => {
      await isRefused(endpoint, { asOf }, 'asOf');
    },
  );
});
