import { openQueue } from '@speedtax/queue';
import { makeGuardedFetch, makeMetrics, makeSecretKeys, runService } from '@speedtax/runtime';
import { openDatabase } from '@speedtax/storage';
import { prepareFirstOrganization } from './auth/prepare-first-organization.ts';
import { readConfig } from './config.ts';
import { makeCheckCredentials } from './connections/check-credentials.ts';
import { defaultLimits } from './context.ts';
import { startApiService } from './start-api-service.ts';

await runService({
  name: 'api',
  readConfig,
  async start({ config, logger, shutdown }) {
    const { databaseUrl, redisUrl, port, host } = config;
    const database = openDatabase({
      url: databaseUrl,
      applicationName: 'speedtax api',
      onError: (error) => logger.error({ err: error }, 'database connection lost'),
    });
    shutdown.register({ name: 'database', close: () => database.close() });
    const queue = await openQueue({
      ...(redisUrl !== undefined && { redisUrl }),
      databaseUrl,
      onError: (error) => logger.error({ err: error }, 'queue connection lost'),
    });
    shutdown.register({ name: 'queue', close: () => queue.close() });
    const access = { allowPrivate: config.allowPrivateTrackers };
    const trackers = makeGuardedFetch(access);
    shutdown.register({ name: 'trackers', close: () => trackers.close() });

    await prepareFirstOrganization(database, { name: 'My organization', isDemo: false, bootstrapToken: config.bootstrapToken });
    const api = await startApiService(
      {
        database,
        queue,
        logger,
        metrics: makeMetrics({ processMetrics: true }),
        secretKeys: makeSecretKeys(config.secret),
        checkCredentials: makeCheckCredentials(access, trackers.fetch),
        localSignIn: null,
        dashboardUrl: config.dashboardUrl ?? null,
        publicUrl: config.publicUrl ?? null,
        limits: defaultLimits,
        now: Date.now,
      },
      { port, host },
    );
    shutdown.register({ name: 'http', close: () => api.close() });
    logger.info({ port: api.port }, 'ready');
  },
});
