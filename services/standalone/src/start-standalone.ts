import { startAnalysisService } from '@speedtax/analysis';
import { makeSendMail, startNotifyService } from '@speedtax/notify';
import { openQueue } from '@speedtax/queue';
import { type Environment, type Logger, makeGuardedFetch, makeMetrics, makeSecretKeys, type Shutdown } from '@speedtax/runtime';
import { migrate, openDatabase } from '@speedtax/storage';
import { startEmbeddedPostgres } from '@speedtax/storage/embedded';
import { startSyncService } from '@speedtax/sync';
import { openDataFolder } from './data-folder.ts';
import { connectDemo, startDemo } from './demo.ts';
import { checkPortIsFree } from './free-port.ts';
import { startWeb } from './start-web.ts';
import { makeSteps } from './steps.ts';
import { showSyncProgress } from './sync-progress.ts';

export interface StandaloneOptions {
  readonly environment: Environment;
  readonly logger: Logger;
  readonly shutdown: Shutdown;
  readonly output: NodeJS.WriteStream;
}

const databaseConnections = 20;
const exposed = 'other machines reach it too: everybody signs in with a password, and the first account becomes the owner';

/** The whole product on one machine: Postgres, queues, services, dashboard and, unless told otherwise, a demo company. */
export async function startStandalone({ environment, logger, shutdown, output }: StandaloneOptions): Promise<void> {
  const nowMs = () => performance.now();
  const startedMs = nowMs();
  const steps = makeSteps((text) => output.write(text), nowMs);
  steps.say('\nSpeedtax\n');
  if (environment.port !== 0) await checkPortIsFree(environment.port, environment.host);
  const folder = openDataFolder(environment.dataFolder);
  const secret = environment.secret ?? folder.readSecret('secret');

  const databaseUrl = environment.databaseUrl ?? (await steps.run('Postgres, embedded', () => openPostgres(folder.postgres)));
  await steps.run('Tables', () => migrate(databaseUrl));
  const database = openDatabase({ url: databaseUrl, applicationName: 'speedtax', maxConnections: databaseConnections, onError });
  shutdown.register({ name: 'database', close: () => database.close() });

  const demo = environment.demo ? await steps.run('Demo company behind its tracker', () => startDemo(folder, environment)) : null;
  if (demo) shutdown.register({ name: 'demo', close: () => demo.twin.close() });
  const access = { allowPrivate: environment.allowPrivateTrackers, trustedOrigins: demo ? [new URL(demo.twin.url).origin] : [] };
  const trackers = makeGuardedFetch(access);
  shutdown.register({ name: 'trackers', close: () => trackers.close() });

  // Opened after what its jobs use, so that it is closed before: a job that runs is let finish.
  const queue = await steps.run(`Queues on ${environment.redisUrl ? 'Redis' : 'Postgres'}`, () =>
    openQueue({ ...(environment.redisUrl !== undefined && { redisUrl: environment.redisUrl }), databaseUrl, onError }),
  );
  shutdown.register({ name: 'queue', close: () => queue.close() });

  const metrics = makeMetrics({ processMetrics: true });
  const shared = { database, queue, logger, metrics, secretKeys: makeSecretKeys(secret), now: Date.now };
  const web = await startWeb({ ...shared, access, trackers, demo, secret, databaseUrl, environment, steps, shutdown });
  await startAnalysisService(shared);
  await startSyncService({ ...shared, fetch: trackers.fetch, publicUrl: environment.publicUrl ?? null });

  await startNotifyService({
    ...shared,
    fetch: trackers.fetch,
    sendMail: makeSendMail(environment),
    publicUrl: (environment.publicUrl ?? web.url).replace(/\/+$/, ''),
  });
  steps.say(`\n  → ${web.url}   (${web.isExposed ? exposed : 'you are signed in there as the local user of this machine'})\n`);
  if (demo) {
    const { connectionId, isNew } = await connectDemo(demo, web, database, folder);
    if (isNew) await steps.run('Demo company synced', () => showSyncProgress({ web, connectionId, output, signal: shutdown.signal }));
  }
  await steps.run('Dashboard', () => web.dashboardReady);
  steps.say(`\n  Ready after ${((nowMs() - startedMs) / 1000).toFixed(1)} s. Ctrl-C stops everything; the data stays in ${folder.path}\n`);

  function onError(error: Error): void {
    if (!shutdown.signal.aborted) logger.error({ err: error }, 'connection lost');
  }

  async function openPostgres(dataDir: string): Promise<string> {
    const postgres = await startEmbeddedPostgres({ dataDir, log: (line) => logger.debug(line) });
    shutdown.register({ name: 'postgres', close: () => postgres.close(), limitMs: 20_000 });
    return postgres.url;
  }
}
