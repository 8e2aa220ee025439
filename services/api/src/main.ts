import { openQueue } from '@speedtax/queue';
import { makeGuardedFetch, makeMetrics, makeSecretKeys, runService } from '@speedtax/runtime';
import { openDatabase } from '@speedtax/storage';
import { openAccounts } from './auth/accounts.ts';
import { prepareFirstOrganization } from './auth/prepare-first-organization.ts';
import { mapSignInSettings } from './auth/sign-in-settings.ts';
import { readConfig } from './config.ts';
import { makeCheckCredentials } from './connections/check-credentials.ts';
import { defaultLimits } from './context.ts';
import { makeMail } from './mail/make-mail.ts';
import { mapOauthAccess } from './oauth/oauth-access.ts';
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

    const firstOrganizationId = await prepareFirstOrganization(database, {
      name: 'My organization',
      isDemo: false,
      bootstrapToken: config.bootstrapToken,
    });
    const accounts = openAccounts({
      databaseUrl,
      database,
      secret: config.secret,
      settings: mapSignInSettings(config, `http://localhost:${port}`),
      mail: makeMail({ smtpUrl: config.smtpUrl, from: config.mailFrom, print: null }),
      firstOrganizationId,
      logger,
      now: Date.now,
    });
    shutdown.register({ name: 'accounts', close: () => accounts.close() });
    const api = await startApiService(
      {
        database,
        queue,
        logger,
        metrics: makeMetrics({ processMetrics: true }),
        secretKeys: makeSecretKeys(config.secret),
        checkCredentials: makeCheckCredentials(access, trackers.fetch),
        channels: { canMail: config.smtpUrl !== undefined, access },
        localSignIn: null,
        accounts,
        trustedProxies: config.trustedProxies,
        dashboardUrl: config.dashboardUrl ?? null,
        publicUrl: config.publicUrl ?? null,
        trackerFetch: trackers.fetch,
        oauth: mapOauthAccess(config, access, trackers.fetch),
        limits: defaultLimits,
        now: Date.now,
      },
      { port, host },
    );
    shutdown.register({ name: 'http', close: () => api.close() });
    logger.info({ port: api.port }, 'ready');
  },
});
