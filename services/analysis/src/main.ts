import { openQueue } from '@speedtax/queue';
import { makeMetrics, runService } from '@speedtax/runtime';
import { openDatabase } from '@speedtax/storage';
import { readConfig } from './config.ts';
import { startAnalysisService } from './start-analysis-service.ts';

await runService({
  name: 'analysis',
  readConfig,
  async start({ config, logger, shutdown }) {
    const metrics = makeMetrics({ processMetrics: true });
    const database = openDatabase({
      url: config.databaseUrl,
      applicationName: 'speedtax analysis',
      onError: (error) => logger.error({ err: error }, 'database connection lost'),
    });
    shutdown.register({ name: 'database', close: () => database.close() });
    const queue = await openQueue({
      ...(config.redisUrl !== undefined && { redisUrl: config.redisUrl }),
      databaseUrl: config.databaseUrl,
      onError: (error) => logger.error({ err: error }, 'queue connection lost'),
    });
    shutdown.register({ name: 'queue', close: () => queue.close() });
    await startAnalysisService({ database, queue, logger, metrics, now: Date.now });
    logger.info('ready');
  },
});
