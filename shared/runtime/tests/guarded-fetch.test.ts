import type { LookupAddress } from 'node:dns';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type GuardedFetchOptions, makeGuardedFetch } from '../src/tracker-access/make-guarded-fetch.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => void (await Promise.all(closers.splice(0).map((close) => close()))));

function guarded(options: GuardedFetchOptions) {
  const made = makeGuardedFetch(options);
  closers.push(() => made.close());
  return made.fetch;
}

function closeWithTest(server: { close(done: () => void): unknown }): void {
  closers.push(() => new Promise<void>((done) => void server.close(() => done())));
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  closers.push(async () => server.closeAllConnections());
  closeWithTest(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function countConnections(): Promise<{ port: number; count: () => number }> {
  let connections = 0;
  const server = createTcpServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  closeWithTest(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { port: (server.address() as AddressInfo).port, count: () => connections };
}

const resolvesTo =
  (...addresses: string[]): NonNullable<GuardedFetchOptions['resolve']> =>
  (_host, done) =>
    done(
      null,
      addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('a request to a tracker', () => {
  it('brings the answer with its headers', async () => {
    const url = await serve((request, response) => {
      response.setHeader('x-complexity', '12');
      request.pipe(response);
    });
    const response = await guarded({ allowPrivate: true })(url, { method: 'POST', body: 'ping' });
    expect([response.status, response.headers.get('x-complexity'), await response.text()]).toEqual([200, '12', 'ping']);
  });

  it.each([
    ['the loopback', ['127.0.0.1']],
    ['a private network', ['10.1.2.3']],
    ['the cloud metadata', ['169.254.169.254']],
    ['an IPv4 address dressed up as IPv6', ['::ffff:127.0.0.1']],
    ['one public and one private address', ['8.8.8.8', '127.0.0.1']],
    ['nothing', []],
  ])('is not made when the name resolves to %s', async (_what, addresses) => {
    const inner = await countConnections();
    const fetch = guarded({ allowPrivate: false, resolve: resolvesTo(...addresses) });
    await expect(fetch(`https://tracker.example.com:${inner.port}`)).rejects.toMatchObject({ name: 'TrackerAccessError', kind: 'address' });
    expect(inner.count()).toBe(0);
  });

  it('is not made, with the same words, when the name does not resolve', async () => {
    const unresolvable = guarded({ allowPrivate: false, resolve: (_host, done) => done(new Error('ENOTFOUND'), []) });
    const inner = guarded({ allowPrivate: false, resolve: resolvesTo('10.0.0.1') });
    const [one, other] = await Promise.allSettled([unresolvable('https://a.example.com'), inner('https://b.example.com')]);
    expect((one as PromiseRejectedResult).reason.message).toBe((other as PromiseRejectedResult).reason.message);
  });

  it('resolves the name once per connection: what a second look would find does not matter', async () => {
    const inner = await countConnections();
    let lookups = 0;
    const rebinding: NonNullable<GuardedFetchOptions['resolve']> = (host, done) => {
      lookups += 1;
      resolvesTo(lookups === 1 ? '203.0.113.1' : '127.0.0.1')(host, done);
    };
    const fetch = guarded({ allowPrivate: false, timeoutMs: 500, resolve: rebinding });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect(fetch(`https://rebind.example.com:${inner.port}`)).rejects.toMatchObject({ kind: 'address' });
    }
    expect(lookups).toBe(3);
    expect(inner.count()).toBe(0);
  });

  it.each([301, 302, 303, 307, 308])('does not follow a redirect (%d)', async (status) => {
    const inner = await countConnections();
    const url = await serve((_request, response) => response.writeHead(status, { location: `http://127.0.0.1:${inner.port}/` }).end());
    await expect(guarded({ allowPrivate: true })(url)).rejects.toMatchObject({ kind: 'redirect' });
    expect(inner.count()).toBe(0);
  });

  it('ends when the answer is larger than the limit', async () => {
    const url = await serve((_request, response) => response.end(Buffer.alloc(2_000)));
    const fetch = guarded({ allowPrivate: true, maxResponseBytes: 1_999 });
    await expect(fetch(url).then((response) => response.text())).rejects.toMatchObject({ kind: 'too-large' });
    expect(await guarded({ allowPrivate: true, maxResponseBytes: 2_000 })(url).then((response) => response.text())).toHaveLength(2_000);
  });

  it('counts the answer after decompression', async () => {
    const url = await serve((_request, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(5_000_000))));
    const fetch = guarded({ allowPrivate: true, maxResponseBytes: 1_000_000 });
    await expect(fetch(url).then((response) => response.text())).rejects.toMatchObject({ kind: 'too-large' });
  });

  it.each([
    ['never begins', () => {}],
    ['never ends', (response: { write(text: string): void }) => response.write('{"data":')],
  ])('ends in time when the answer %s', async (_what, answer) => {
    const url = await serve((_request, response) => answer(response));
    const fetch = guarded({ allowPrivate: true, timeoutMs: 150 });
    await expect(fetch(url).then((response) => response.text())).rejects.toMatchObject({ kind: 'too-slow' });
  });

  it('ends when the caller gives up', async () => {
    const url = await serve(() => {});
    const caller = new AbortController();
    const answer = guarded({ allowPrivate: true })(url, { signal: caller.signal });
    caller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });
});
