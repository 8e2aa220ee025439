import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeTestDatabase } from '@speedtax/storage/testing';
import { Redis } from 'ioredis';

export interface TestBackend {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  close(): Promise<void>;
}

export const backends = [
  { name: 'Postgres', isHere: true, start: startPostgres },
  { name: 'Redis', isHere: hasRedisServer(), start: startRedis },
];

if (!hasRedisServer())
  console.warn('SKIPPED: the queue on Redis is not tested: there is no redis-server on the PATH (apt-get install redis-server)');

async function startPostgres(): Promise<TestBackend> {
  const test = await makeTestDatabase();
  return { databaseUrl: test.url, close: () => test.close() };
}

/** A Redis of its own, empty, and gone afterwards. */
async function startRedis(): Promise<TestBackend> {
  const port = await pickFreePort();
  const folder = await mkdtemp(path.join(tmpdir(), 'speedtax-redis-'));
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn('redis-server', flags, { stdio: 'ignore' });
  const redisUrl = `redis://127.0.0.1:${port}`;
  const probe = new Redis(redisUrl, { maxRetriesPerRequest: 100, retryStrategy: () => 50 });
  probe.on('error', () => {});
  await probe.ping();
  probe.disconnect();
  return {
    databaseUrl: 'postgres://unused',
    redisUrl,
    async close() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function hasRedisServer(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function pickFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
