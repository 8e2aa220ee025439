import { get } from 'node:http';
import { workedExample } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyzeCompany, apiKey, startTestApi, type TestApi, tellCompany } from './test-api.ts';

const path = '/api/v1/speed-tax?from=2026-01-01&to=2026-01-11';
let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
  await tellCompany(api.test, workedExample, 10);
});
afterAll(() => api.close());

const askAs = (encoding: string) => api.ask(path, { headers: { 'accept-encoding': encoding } });

describe('the speed tax asked again', () => {
  it('says the same, compressed or not', async () => {
    const [plain, compressed] = [await askAs('identity'), await askAs('gzip')];
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect(compressed.headers.get('vary')).toMatch(/accept-encoding/i);
    const said = await plain.text();
    expect(await compressed.text()).toBe(said);
    expect(JSON.parse(said)).toMatchObject({ from: '2026-01-01', to: '2026-01-11' });
  });

  it('is not sent again to whoever has it, until there are other figures', async () => {
    const etag = (await askAs('gzip')).headers.get('etag') ?? '';
    expect(await askWith(etag)).toBe(304);
    await analyzeCompany(api.test, 9);
    expect(await askWith(etag)).toBe(200);
  });
});

/** `fetch` would ask for it anew all the same. */
function askWith(etag: string): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${apiKey}`, 'if-none-match': etag };
  return new Promise((resolve, reject) => {
    get(`${api.url}${path}`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', reject);
  });
}
