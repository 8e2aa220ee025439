import { runService } from '@speedtax/runtime';
import { openDatabase } from '@speedtax/storage';
import { readConfig } from './config.ts';
import { rebuildAll } from './rebuild-all.ts';

/** Drops everything derived and rebuilds it from facts, for every organization. */
await runService({
  name: 'rebuild',
  readConfig,
  async start({ config, logger, shutdown }) {
    const database = openDatabase({
      url: config.databaseUrl,
      applicationName: 'speedtax rebuild',
      maxConnections: 1,
      onError: (error) => logger.error({ err: error }, 'database connection lost'),
    });
    shutdown.register({ name: 'database', close: () => database.close() });
    const organizations = await rebuildAll({ database, logger, now: Date.now });
    logger.info({ organizations }, 'rebuilt');
    await shutdown.close('done');
  },
});
