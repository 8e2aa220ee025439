import type { JobQueue } from '@speedtax/queue';
import { makeLogger, makeMetrics, makeSecretKeys } from '@speedtax/runtime';
import { openDatabase } from '@speedtax/storage';
import { bootstrapApiKey } from '../src/auth/bootstrap-api-key.ts';
import { defaultLimits } from '../src/context.ts';
import { startApiService } from '../src/start-api-service.ts';

export interface BenchApi {
  /** Up to /api/v1. */
  readonly base: string;
  readonly apiKey: string;
  /** One of its teams. */
  readonly teamId: string;
  ask(url: string, body?: object): Promise<{ said: unknown; etag: string | null; ms: number }>;
  close(): Promise<void>;
}

const apiKey = 'speedtax_key_of_the_bench';

/** The API on the one organization of a bench, as it runs in production, but for how often one may ask. */
export async function startBenchApi(url: string): Promise<BenchApi> {
  const database = openDatabase({ url, applicationName: 'speedtax bench', onError: (error) => process.stderr.write(`${error.message}\n`) });
  const [organization] = await database.asSystem((trx) => trx.selectFrom('organization').select('id').execute());
  const organizationId = organization?.id ?? '';
  await bootstrapApiKey(database, organizationId, apiKey);
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
      dashboardUrl: null,
      publicUrl: null,
      limits: { ...defaultLimits, statementTimeoutMs: 60_000, requestsPerMinute: 10_000_000 },
      trustedProxies: 0,
      now: Date.now,
    },
    { port: 0, host: '127.0.0.1' },
  );
  const { id: teamId } = await database.inOrganization(organizationId, (trx) =>
    trx.selectFrom('team').select('id').limit(1).executeTakeFirstOrThrow(),
  );
  return {
    base: `http://127.0.0.1:${service.port}/api/v1`,
    apiKey,
    teamId,
    ask,
    async close() {
      await service.close();
      await database.close();
    },
  };
}

async function ask(url: string, body?: object) {
  const begun = performance.now();
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${apiKey}`, 'accept-encoding': 'identity', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  if (answer.status !== 200) throw new Error(`${answer.status}, expected 200: ${await answer.text()}`);
  const said = await answer.json();
  return { said, etag: answer.headers.get('etag'), ms: performance.now() - begun };
}
