import { analyze, engineVersion, makeClockCovering } from '@speedtax/domain';
import type { JobQueue } from '@speedtax/queue';
import { makeLogger, makeMetrics, makeSecretKeys } from '@speedtax/runtime';
import { countCoverage, finishAnalyzedSyncs, loadCompany, writeAnalysis } from '@speedtax/storage/derived';
import { calendarOf, getOrganizationSettings } from '@speedtax/storage/organization';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { at, type CompanyStory, insertCompanyStory, type StoredStory } from '@speedtax/storage/testing/company-story';
import { writeLinearCredentials } from '@speedtax/trackers';
import { type AccountsOptions, openAccounts } from '../src/auth/accounts.ts';
import { bootstrapApiKey } from '../src/auth/bootstrap-api-key.ts';
import { makeLocalSessions } from '../src/auth/local-session.ts';
import { type ApiContext, defaultLimits } from '../src/context.ts';
import type { Letter } from '../src/mail/mail.ts';
import { startApiService } from '../src/start-api-service.ts';

export const apiKey = 'speedtax_test_key_of_the_administrator';
const secret = 'a secret that is only used in tests, long enough';

export interface TestApi {
  readonly url: string;
  readonly test: TestDatabase;
  readonly context: ApiContext;
  /** What was enqueued, oldest first. */
  readonly enqueued: { name: string; payload: unknown }[];
  /** What was sent, oldest first. */
  readonly letters: readonly Letter[];
  /** With the administrator's key, unless headers say otherwise. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** The parsed body of a 200. */
  get<T>(path: string): Promise<T>;
  close(): Promise<void>;
}

/** The API on a free port, over a database of its own. */
export async function startTestApi(
  override: (context: ApiContext, test: TestDatabase) => Partial<ApiContext> = () => ({}),
  signIn: Partial<AccountsOptions> = {},
): Promise<TestApi> {
  const test = await makeTestDatabase();
  await bootstrapApiKey(test.database, test.organizationId, apiKey);
  const enqueued: TestApi['enqueued'] = [];
  const logger = makeLogger({ service: 'test', level: 'silent' });
  const letters: Letter[] = [];
  const accounts = openAccounts({
    databaseUrl: test.url,
    database: test.database,
    secret,
    settings: { publicUrl: 'http://speedtax.example', signUp: 'invited', google: null, oidc: null },
    mail: { delivery: 'sent', send: async (letter) => void letters.push(letter) },
    firstOrganizationId: test.organizationId,
    logger,
    now: () => at(10).getTime(),
    passwordLog2Cost: 10,
    ...signIn,
  });
  const base: ApiContext = {
    database: test.database,
    queue: {
      enqueue: async (name: string, payload: unknown) => void enqueued.push({ name, payload }),
      counts: async () => ({ sync: { waiting: 2, active: 0, delayed: 1, failed: 0 } }),
      listFailed: async () => [],
      retry: async () => false,
    } as unknown as JobQueue,
    logger,
    metrics: makeMetrics({ processMetrics: false }),
    secretKeys: makeSecretKeys(secret),
    checkCredentials: async () => ({
      ok: true,
      workspaceName: 'Acme',
      workspaceId: 'acme',
      baseUrl: 'https://tracker.example/graphql',
      deployment: null,
      credentials: writeLinearCredentials({ apiKey: 'lin_api_good' }),
    }),
    localSignIn: null,
    accounts,
    trustedProxies: 0,
    dashboardUrl: null,
    publicUrl: null,
    limits: defaultLimits,
    now: () => at(10).getTime(),
  };
  const context = { ...base, ...override(base, test) };
  const service = await startApiService(context, { port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${service.port}`;
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { authorization: `Bearer ${apiKey}`, ...(init.headers as Record<string, string>) },
    });
  return {
    url,
    test,
    context,
    enqueued,
    letters,
    ask,
    async get<T>(path: string) {
      const answer = await ask(path);
      if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    async close() {
      await service.close();
      await accounts.close();
      await test.close();
    },
  };
}

export const localSessions = makeLocalSessions(secret);

/** Stores a story and analyzes it, as the analysis service does after a sync. */
export async function tellCompany(test: TestDatabase, story: CompanyStory, now: number): Promise<StoredStory> {
  const { database, organizationId } = test;
  const stored = await insertCompanyStory(database, organizationId, story, now);
  await analyzeCompany(test, now);
  await database.inOrganization(organizationId, (trx) => finishAnalyzedSyncs(trx, organizationId, [stored.syncId], at(now)));
  return stored;
}

/** As the analysis service does after the settings have changed. */
export async function analyzeCompany({ database, organizationId }: TestDatabase, now: number): Promise<void> {
  await database.inOrganization(organizationId, async (trx) => {
    const calendar = calendarOf(await getOrganizationSettings(trx, organizationId));
    const company = await loadCompany(trx, organizationId);
    const clock = makeClockCovering(calendar.timeZone, at(-1).getTime(), at(now).getTime(), calendar.working);
    const analysis = analyze(company, clock, at(now).getTime());
    await writeAnalysis(trx, company, analysis, {
      organizationId,
      engineVersion,
      dataCutOffAt: at(now),
      finishedAt: at(now),
      durationMs: 1,
      coverage: await countCoverage(trx, organizationId),
      calendar,
    });
  });
}
