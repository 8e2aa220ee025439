import { Worker } from 'node:worker_threads';
import { benchNow } from '@speedtax/domain/bench/bench-company';
import { tellResult } from '@speedtax/domain/bench/measure';
import type { JobQueue } from '@speedtax/queue';
import { makeLogger, makeMetrics, makeSecretKeys } from '@speedtax/runtime';
import { openDatabase } from '@speedtax/storage';
import { bootstrapApiKey } from '../src/auth/bootstrap-api-key.ts';
import { defaultLimits } from '../src/context.ts';
import { startApiService } from '../src/start-api-service.ts';
import type { OpenLoop } from './ask-openly.ts';

/**
 * How long the speed tax of a year takes over HTTP (anew, and asked again by many at once), and a what-if of that year:
 * `node bench/query-command.ts <url>`.
 */
const dayMs = 86_400_000;
const daysOfYear = 365;
const anew = 20;
const whatIfs = 5;
const again = { requests: 200, perSecond: 50, parallel: 20 };
const apiKey = 'speedtax_key_of_the_bench';
const database = openDatabase({ url: process.argv[2] ?? '', applicationName: 'speedtax bench', onError: console.error });
const [organization] = await database.asSystem((trx) => trx.selectFrom('organization').select('id').execute());
await bootstrapApiKey(database, organization?.id ?? '', apiKey);
const service = await startApiService(
  {
    database,
    queue: { enqueue: async () => {} } as unknown as JobQueue,
    logger: makeLogger({ service: 'bench', level: 'silent' }),
    metrics: makeMetrics({ processMetrics: false }),
    secretKeys: makeSecretKeys('a secret that is only used in benches, long enough'),
    checkCredentials: async () => ({ ok: false, reason: 'not asked' }) as never,
    localSignIn: null,
    accounts: null,
    trustedProxies: 0,
    dashboardUrl: null,
    publicUrl: null,
    limits: { ...defaultLimits, statementTimeoutMs: 60_000 },
    now: Date.now,
  },
  { port: 0, host: '127.0.0.1' },
);
const base = `http://127.0.0.1:${service.port}/api/v1`;

// Of each year another day is the last, so that none is kept; the first one also warms up.
const query: number[] = [];
let pairs = 0;
for (let request = 0; request <= anew; request += 1) {
  const answer = await timed(() => ask(`${base}/speed-tax?${yearUntil(request)}`));
  pairs = (answer.said as { pairs: unknown[] }).pairs.length;
  if (request > 0) query.push(answer.ms);
}

const whatIf: number[] = [];
const [from, to] = [dayBefore(daysOfYear), dayBefore(0)];
for (let request = 0; request < whatIfs; request += 1)
  whatIf.push((await timed(() => ask(`${base}/what-if`, { from, to, remove: [], merge: [] }))).ms);

const loop: OpenLoop = { url: `${base}/speed-tax?${yearUntil(0)}`, apiKey, ...again };
const queryAgain = await new Promise<number[]>((resolve, reject) => {
  const thread = new Worker(new URL('./ask-openly.ts', import.meta.url), { workerData: loop });
  thread.once('message', resolve);
  thread.once('error', reject);
});
await service.close();
await database.close();
tellResult({ query: { ms: query }, queryAgain: { ms: queryAgain }, whatIf: { ms: whatIf }, pairs });

function dayBefore(days: number): string {
  return new Date(benchNow - days * dayMs).toISOString().slice(0, 10);
}

function yearUntil(daysAgo: number): string {
  return `from=${dayBefore(daysAgo + daysOfYear)}&to=${dayBefore(daysAgo)}`;
}

async function timed<T>(work: () => Promise<T>): Promise<{ said: T; ms: number }> {
  const begun = performance.now();
  const said = await work();
  return { said, ms: performance.now() - begun };
}

async function ask(url: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${apiKey}`, 'accept-encoding': 'identity', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  if (answer.status !== 200) throw new Error(`${answer.status}, expected 200: ${await answer.text()}`);
  return answer.json();
}
