import { openQueue } from '@speedtax/queue';
import { makeGuardedFetch, makeMetrics, makeSecretKeys, runService } from '@speedtax/runtime';
import { openDatabase } from '@speedtax/storage';
import { makeSendMail } from './channels/make-send-mail.ts';
import { readConfig } from './config.ts';
import { answerTimeoutMs } from './deliver/send-batch.ts';
import { startNotifyService } from './start-notify-service.ts';

await runService({
  name: 'notify',
  readConfig,
  async start({ config, logger, shutdown }) {
    const database = openDatabase({
      url: config.databaseUrl,
      applicationName: 'speedtax notify',
      onError: (error) => logger.error({ err: error }, 'database connection lost'),
    });
    shutdown.register({ name: 'database', close: () => database.close() });
    const door = makeGuardedFetch({ allowPrivate: config.allowPrivateTrackers, timeoutMs: answerTimeoutMs });
    shutdown.register({ name: 'receivers', close: () => door.close() });
    const queue = await openQueue({
      ...(config.redisUrl !== undefined && { redisUrl: config.redisUrl }),
      databaseUrl: config.databaseUrl,
      onError: (error) => logger.error({ err: error }, 'queue connection lost'),
    });
    shutdown.register({ name: 'queue', close: () => queue.close() });
    await startNotifyService({
      database,
      queue,
      logger,
      metrics: makeMetrics({ processMetrics: true }),
      secretKeys: makeSecretKeys(config.secret),
      fetch: door.fetch,
      sendMail: makeSendMail(config),
      publicUrl: (config.publicUrl ?? `http://localhost:${config.port}`).replace(/\/+$/, ''),
      now: Date.now,
    });
    logger.info('ready');
  },
});
