import { openQueue } from '@speedtax/queue';
import { makeGuardedFetch, makeSecretKeys, runService } from '@speedtax/runtime';
import { openDatabase } from '@speedtax/storage';
import { readConfig } from './config.ts';
import { startSyncService } from './start-sync-service.ts';

await runService({
  name: 'sync',
  readConfig,
  async start({ config, logger, shutdown }) {
    const database = openDatabase({
      url: config.databaseUrl,
      applicationName: 'speedtax sync',
      onError: (error) => logger.error({ err: error }, 'database connection lost'),
    });
    shutdown.register({ name: 'database', close: () => database.close() });
    const door = makeGuardedFetch({ allowPrivate: config.allowPrivateTrackers });
    shutdown.register({ name: 'trackers', close: () => door.close() });
    const queue = await openQueue({
      ...(config.redisUrl !== undefined && { redisUrl: config.redisUrl }),
      databaseUrl: config.databaseUrl,
      onError: (error) => logger.error({ err: error }, 'queue connection lost'),
    });
    shutdown.register({ name: 'queue', close: () => queue.close() });
    await startSyncService({
      database,
      queue,
      logger,
      secretKeys: makeSecretKeys(config.secret),
      fetch: door.fetch,
      publicUrl: config.publicUrl ?? null,
      now: Date.now,
    });
    logger.info('ready');
  },
});
