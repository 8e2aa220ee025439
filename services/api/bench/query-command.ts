import { tellResult } from '@speedtax/domain/bench/measure';
import type { JobQueue } from '@speedtax/queue';
import { makeLogger, makeMetrics, makeSecretKeys } from '@speedtax/runtime';
import { openDatabase } from '@speedtax/storage';
import { bootstrapApiKey } from '../src/auth/bootstrap-api-key.ts';
import { defaultLimits } from '../src/context.ts';
import { startApiService } from '../src/start-api-service.ts';

/** How long the speed tax of a year takes over HTTP, asked one after another: `node bench/query-command.ts <url>`. */
const requests = 20;
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
    dashboardUrl: null,
    limits: { ...defaultLimits, statementTimeoutMs: 60_000 },
    now: Date.now,
  },
  { port: 0, host: '127.0.0.1' },
);
const ms: number[] = [];
let pairs = 0;
for (let request = 0; request <= requests; request += 1) {
  const begun = performance.now();
  const answer = await fetch(`http://127.0.0.1:${service.port}/api/v1/speed-tax?from=2025-05-15&to=2026-05-15`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  if (answer.status !== 200) throw new Error(`${answer.status}, expected 200: ${await answer.text()}`);
  pairs = ((await answer.json()) as { pairs: unknown[] }).pairs.length;
  if (request > 0) ms.push(performance.now() - begun);
}
await service.close();
await database.close();
tellResult({ query: { ms }, pairs });
