import { rebuildAll, startAnalysisService } from '@speedtax/analysis';
import { bootstrapApiKey, defaultLimits, makeCheckCredentials, startApiService } from '@speedtax/api';
import { type DataVersion, dataVersion, type SyncEvent, syncEvent } from '@speedtax/contract';
import { openQueue } from '@speedtax/queue';
import { makeGuardedFetch, makeLogger, makeMetrics, makeSecretKeys } from '@speedtax/runtime';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { handleSyncDue, startSyncService } from '@speedtax/sync';
import type { Company } from '@speedtax/tracker-twin';
import { z } from 'zod';
import { type ServeTracker, serveLinear } from './served-trackers.ts';

const token = 'key-of-this-test-run';
const twinAndMe = { allowPrivate: true };

export interface InstallationOptions {
  /** Trackers tell of changes, and time goes by. */
  readonly isLive?: boolean;
}

export interface Installation {
  /** Where it answers. */
  readonly url: string;
  /** Its clock, which its tracker has too. */
  readonly now: () => number;
  /** What is seen in figures when they change, as pages hear of it. */
  listen(): AsyncGenerator<DataVersion>;
  get(path: string): Promise<unknown>;
  post(path: string, body?: unknown): Promise<unknown>;
  connectionId: string;
  test: TestDatabase;
  /** Connects another tracker to it, and waits until its figures are there. Whoever made it closes it. @returns the connection */
  connectAnother(connection: Readonly<Record<string, string>>): Promise<string>;
  /** Asks for a sync and waits until its figures are there. */
  syncAgain(connectionId?: string): Promise<void>;
  /** Drops everything derived and finds it again from the facts. */
  rebuild(): Promise<unknown>;
  close(): Promise<void>;
}

/** Every service on a Postgres of its own, connected by the API to a company behind its tracker, synced and analyzed. */
export async function startInstallation(
  company: Company,
  serve: ServeTracker = serveLinear,
  { isLive = false }: InstallationOptions = {},
): Promise<Installation> {
  let clock = company.today;
  const began = performance.now();
  // It moves a little at every look, so that nothing can wait for ever for a later instant.
  const now = () => (isLive ? Math.round(company.today + performance.now() - began) : (clock += 1));
  const tracker = await serve(company, now);
  const test = await makeTestDatabase({ maxConnections: 12 });
  const logger = makeLogger({ service: 'test', level: 'silent' });
  const queue = await openQueue({ databaseUrl: test.url, onError: () => {} });
  const door = makeGuardedFetch(twinAndMe);
  const metrics = makeMetrics({ processMetrics: false });
  const shared = {
    database: test.database,
    queue,
    logger,
    metrics,
    secretKeys: makeSecretKeys('a secret of this test run, long enough'),
    now,
  };
  await bootstrapApiKey(test.database, test.organizationId, token);
  const api = await startApiService(
    {
      ...shared,
      checkCredentials: makeCheckCredentials(twinAndMe, door.fetch),
      localSignIn: null,
      accounts: null,
      trustedProxies: 0,
      dashboardUrl: null,
      publicUrl: null,
      limits: { ...defaultLimits, streamPollMs: 50 },
    },
    { port: 0, host: '127.0.0.1' },
  );
  await startAnalysisService(shared);
  const url = `http://127.0.0.1:${api.port}`;
  const syncContext = { ...shared, fetch: door.fetch, publicUrl: isLive ? url : null };
  await startSyncService(syncContext);

  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${api.port}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const { id: connectionId } = z.object({ id: z.uuid() }).parse(await ask('POST', '/connections', { name: 'Twin', ...tracker.connection }));
  await waitForFigures(api.port, connectionId, null);
  if (isLive) await handleSyncDue(syncContext);

  return {
    url,
    now,
    connectionId,
    test,
    listen: () => listenToVersions(url),
    get: (path) => ask('GET', path),
    post: (path, content) => ask('POST', path, content),
    async connectAnother(connection) {
      const { id } = z.object({ id: z.uuid() }).parse(await ask('POST', '/connections', { name: 'Another', ...connection }));
      await waitForFigures(api.port, id, null);
      return id;
    },
    async syncAgain(id = connectionId) {
      const { syncId } = z.object({ syncId: z.uuid() }).parse(await ask('POST', `/connections/${id}/sync`));
      await waitForFigures(api.port, id, syncId);
    },
    rebuild: () => rebuildAll(shared),
    async close() {
      await api.close();
      await queue.close();
      await door.close();
      await tracker.close();
      await test.close();
    },
  };
}

/** Follows the progress stream that the dashboard follows, until the sync is done. */
async function waitForFigures(port: number, connectionId: string, syncId: string | null): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/connections/${connectionId}/events`, {
    headers: { authorization: `Bearer ${token}` },
  });
  let text = '';
  for await (const chunk of (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events.map(parseEvent)) {
      if (!event || (syncId !== null && event.id !== syncId)) continue;
      if (event.state === 'failed') throw new Error(`the sync failed: ${event.error}`);
      if (event.state === 'done') return;
    }
  }
  throw new Error('the progress stream ended before the sync was done');
}

async function* listenToVersions(url: string): AsyncGenerator<DataVersion> {
  const response = await fetch(`${url}/api/v1/events`, { headers: { authorization: `Bearer ${token}` } });
  let text = '';
  for await (const chunk of (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data !== undefined) yield dataVersion.parse(JSON.parse(data));
    }
  }
}

function parseEvent(event: string): SyncEvent | null {
  const data = /^data: (.*)$/m.exec(event)?.[1];
  return data === undefined ? null : syncEvent.parse(JSON.parse(data));
}
