import { afterEach, describe, expect, it } from 'vitest';
import { BAD_GATEWAY, type Fault, makeTooManyRequests, SERVER_ERROR, type Twin } from '../src/index.ts';
import { ask, KEY, startSmallTwin, TODAY } from './ask.ts';

let twin: Twin | undefined;
afterEach(() => twin?.close());

const VIEWER = 'query Me { viewer { id } }';

/** A twin that has one fault in store for its first request. */
async function startFaulty(fault: Fault, now: () => number = () => TODAY): Promise<string> {
  const onRequest = ({ place }: { place: number }) => (place === 0 ? fault : undefined);
  twin = await startSmallTwin({ onRequest, now });
  return twin.url;
}

const post = (url: string, signal?: AbortSignal) =>
  fetch(url, {
    method: 'POST',
    headers: { authorization: KEY },
    body: JSON.stringify({ query: VIEWER }),
    ...(signal ? { signal } : {}),
  });

describe('faults', () => {
  it('answers HTML from the edge, then recovers', async () => {
    const url = await startFaulty(BAD_GATEWAY);
    const response = await post(url);
    expect(response.status).toBe(502);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.text()).toContain('502 Bad Gateway');
    expect((await ask(url, VIEWER)).status).toBe(200);
  });

  it('answers an internal error', async () => {
    expect((await post(await startFaulty(SERVER_ERROR))).status).toBe(500);
  });

  it('asks to wait, and knows who did not', async () => {
    let now = TODAY;
    const url = await startFaulty(makeTooManyRequests(30), () => now);
    const response = await post(url);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('30');
    now += 29_000;
    await ask(url, VIEWER);
    now += 1_000;
    await ask(url, VIEWER);
    expect(twin?.ledger.entries.map(({ isEarlyRetry }) => isEarlyRetry)).toEqual([false, true, false]);
  });

  it('breaks the connection', async () => {
    const url = await startFaulty('reset');
    await expect(post(url)).rejects.toThrow();
    expect((await ask(url, VIEWER)).status).toBe(200);
  });

  it('hangs until the client gives up, and still closes', async () => {
    const url = await startFaulty('hang');
    const abort = new AbortController();
    const hanging = post(url, abort.signal);
    await ask(url, VIEWER);
    expect(twin?.ledger.entries[1]?.concurrent).toBe(2);
    abort.abort();
    await expect(hanging).rejects.toThrow();
  });

  it('writes down what was asked and what it cost', async () => {
    twin = await startSmallTwin();
    await ask(twin.url, VIEWER);
    await ask(twin.url, '{ organization { name urlKey } }');
    expect(twin.ledger.entries).toMatchObject([
      { name: 'Me', points: 2, at: TODAY, concurrent: 1, status: 200 },
      { name: '', points: 2, status: 200 },
    ]);
  });
});
