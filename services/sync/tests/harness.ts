import { randomUUID } from 'node:crypto';
import type { JobName, JobQueue } from '@speedtax/queue';
import { makeLogger, makeSecretKeys, sealSecret } from '@speedtax/runtime';
import { finishAnalyzedSyncs } from '@speedtax/storage/derived';
import { queueSync } from '@speedtax/storage/facts';
import type { TestDatabase } from '@speedtax/storage/testing';
import {
  type Company,
  type Deployment,
  type FaultHook,
  type JiraTwin,
  type JiraTwinSettings,
  type Limits,
  startJiraTwin,
  startTwin,
  type Twin,
} from '@speedtax/tracker-twin';
import { writeJiraCredentials, writeLinearCredentials } from '@speedtax/trackers';
import { sql } from 'kysely';
import type { SyncContext, SyncSettings } from '../src/context.ts';
import { handleSyncStep } from '../src/jobs/sync-step.ts';

export const apiKey = 'lin_api_test';
/** One id for all, so that equal facts have equal ids in every organization. */
export const connectionId = '7b0c3c1e-58a4-4d6e-9c37-2f6d1c8a9e01';
const secretKeys = makeSecretKeys('a secret of at least thirty-two characters');

/** A clock that moves only when it is told to, or when somebody waits. */
export interface TestClock {
  now: () => number;
  advance(ms: number): void;
}

export function makeClock(start: number): TestClock {
  let at = start;
  return {
    now: () => at,
    advance(ms) {
      at += ms;
    },
  };
}

export async function serve(company: Company, clock: TestClock, options: { limits?: Limits; onRequest?: FaultHook } = {}): Promise<Twin> {
  const { limits = 'off', onRequest } = options;
  return startTwin({ company, apiKeys: [apiKey], limits, now: clock.now, ...(onRequest ? { onRequest } : {}) });
}

const account = { email: 'ada@acme.example', apiToken: 'a-token' };

/** The same company as a Jira. */
export async function serveJira(
  company: Company,
  clock: TestClock,
  deployment: Deployment,
  options: Partial<JiraTwinSettings> = {},
): Promise<JiraTwin> {
  const credentials = deployment === 'cloud' ? { basic: { [account.email]: account.apiToken } } : { accessTokens: [account.apiToken] };
  return startJiraTwin({ company, deployment, credentials, limits: 'off', now: clock.now, ...options });
}

type Kind = 'backfill' | 'incremental' | 'reconcile' | 'remap';

/** An organization with one connection, and its jobs run in line. */
export interface Workspace {
  readonly organizationId: string;
  /** Runs a sync of this kind to its end, waiting by the clock where it waits. @returns the id of the sync */
  sync(kind?: Kind): Promise<string>;
  /** Queues one, and the job for it. @returns the id of the sync */
  start(kind: Kind): Promise<string>;
  /** Runs waiting jobs; throws when there are more than `limit`. */
  runJobs(limit?: number): Promise<void>;
  readonly place: { readonly organizationId: string; readonly connectionId: string };
  readonly context: SyncContext;
}

export interface WorkspaceOptions {
  readonly url: string;
  readonly clock: TestClock;
  /** What is at the address; Linear where absent. */
  readonly jira?: Deployment;
  readonly mapping?: Record<string, unknown>;
  readonly settings?: Partial<SyncSettings>;
  /** Another tracker of this organization, read through a connection of its own. */
  readonly beside?: Workspace;
  /** Stands before the database, to fail. */
  readonly wrap?: (database: SyncContext['database']) => SyncContext['database'];
}

export async function makeWorkspace(
  { database }: TestDatabase,
  { url, clock, jira, mapping = {}, settings = {}, beside, wrap = (one) => one }: WorkspaceOptions,
): Promise<Workspace> {
  const organizationId = beside?.organizationId ?? randomUUID();
  const ownId = beside ? randomUUID() : connectionId;
  const place = { organizationId, connectionId: ownId };
  if (!beside) await database.asSystem((trx) => sql`insert into organization (id, name) values (${organizationId}, 'Test')`.execute(trx));
  const credentials = await sealSecret(secretKeys, { organizationId, rowId: ownId }, credentialsFor(jira));
  const provider = jira ? 'jira' : 'linear';
  const deployment = jira ? (jira === 'cloud' ? 'cloud' : 'server') : null;
  await database.inOrganization(organizationId, (trx) =>
    sql`insert into connection (organization_id, id, provider, name, base_url, deployment, mapping, credentials, status)
      values (${organizationId}, ${ownId}, ${provider}, 'Twin', ${url}, ${deployment}, ${JSON.stringify(mapping)}::jsonb, ${credentials}, 'pending')`.execute(
      trx,
    ),
  );
  const queue = makeQueue();
  const context: SyncContext = {
    database: wrap(database),
    queue,
    logger: makeLogger({ service: 'sync test', level: 'silent' }),
    secretKeys,
    fetch,
    publicUrl: null,
    now: clock.now,
    settings,
  };
  async function runJobs(limit = 10_000): Promise<void> {
    for (let jobs = 0; jobs < limit; jobs += 1) {
      const job = queue.take();
      if (!job) return;
      clock.advance(job.delayMs);
      if (job.name === 'analysis.run') await finishAnalysis();
      else await handleSyncStep(context, { ...place, syncId: randomUUID() }, new AbortController().signal);
    }
    throw new Error(`expected to be quiet within ${limit} jobs`);
  }

  /** What the analysis does for a sync, without computing anything. */
  async function finishAnalysis(): Promise<void> {
    await database.inOrganization(organizationId, async (trx) => {
      const { rows } = await sql<{ id: string }>`select id from sync where state = 'analyzing'`.execute(trx);
      await finishAnalyzedSyncs(
        trx,
        organizationId,
        rows.map(({ id }) => id),
        new Date(clock.now()),
      );
    });
  }

  async function start(kind: Kind): Promise<string> {
    const id = await database.inOrganization(organizationId, (trx) =>
      queueSync(trx, place, { id: randomUUID(), kind, at: new Date(clock.now()) }),
    );
    await queue.enqueue('sync.step', { ...place, syncId: id });
    return id;
  }

  return {
    organizationId,
    place,
    context,
    runJobs,
    start,
    async sync(kind = 'incremental') {
      const id = await start(kind);
      await runJobs();
      return id;
    },
  };
}

function credentialsFor(jira: Deployment | undefined): string {
  if (jira === undefined) return writeLinearCredentials({ apiKey });
  if (jira === 'cloud') return writeJiraCredentials({ kind: 'basic', ...account });
  return writeJiraCredentials({ kind: 'personal', personalAccessToken: account.apiToken });
}

interface QueuedJob {
  readonly name: JobName;
  readonly delayMs: number;
}

function makeQueue(): JobQueue & { take(): QueuedJob | undefined } {
  const jobs: QueuedJob[] = [];
  return {
    take: () => jobs.shift(),
    async enqueue(name, _payload, { delayMs = 0 } = {}) {
      jobs.push({ name, delayMs });
    },
    work: async () => {},
    repeat: async () => {},
    counts: async () => ({}),
    listFailed: async () => [],
    retry: async () => false,
    close: async () => {},
  };
}
