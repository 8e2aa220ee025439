import { type DataVersion, endpoints } from '@speedtax/contract';
import { workedExample } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyzeCompany, startTestApi, type TestApi, tellCompany } from './test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(({ limits }) => ({ limits: { ...limits, versionPollMs: 10 } }));
});
afterAll(() => api.close());

/** What the stream of versions tells, one after another. */
async function* listen(): AsyncGenerator<DataVersion> {
  const answer = await api.ask('/api/v1/events');
  let text = '';
  for await (const chunk of (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^event: version\ndata: (.*)$/m.exec(event)?.[1];
      if (data !== undefined) yield endpoints.streamDataVersions.answer.parse(JSON.parse(data));
    }
  }
}

describe('whoever looks at figures', () => {
  it('is told how they stand, and again when they are others', async () => {
    const versions = listen();
    const next = async () => (await versions.next()).value as DataVersion;
    expect(await next()).toEqual({ version: 'none', dataCutOff: null, connections: [] });
    await tellCompany(api.test, workedExample, 10);
    let told = await next();
    while (told.connections[0]?.status !== 'ready' || told.version === 'none') told = await next();
    expect(told.dataCutOff).toBe('2026-01-11T00:00:00.000Z');
    await analyzeCompany(api.test, 11);
    const again = await next();
    expect(again.dataCutOff).toBe('2026-01-12T00:00:00.000Z');
    expect(again.version).not.toBe(told.version);
    await versions.return(undefined);
  });

  it('is told to come later where too many listen', async () => {
    const own = await startTestApi((context) => ({ limits: { ...context.limits, streams: 0 } }));
    expect((await own.ask('/api/v1/events')).status).toBe(503);
    await own.close();
  });
});
