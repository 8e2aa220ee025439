import { makeSecretKeys, runService } from '@speedtax/runtime';
import { openDatabase } from '@speedtax/storage';
import { readConfig } from './config.ts';
import { rotateKeys } from './secrets/rotate-keys.ts';

/** Seals everything with the first secret of SPEEDTAX_SECRET; after that the others can be left out. */
await runService({
  name: 'rotate keys',
  readConfig,
  async start({ config, logger, shutdown }) {
    const database = openDatabase({
      url: config.databaseUrl,
      applicationName: 'speedtax rotate keys',
      maxConnections: 1,
      onError: (error) => logger.error({ err: error }, 'database connection lost'),
    });
    shutdown.register({ name: 'database', close: () => database.close() });
    const resealed = await rotateKeys({ database, secretKeys: makeSecretKeys(config.secret), now: Date.now });
    logger.info({ resealed }, 'every secret is sealed with the newest key');
    await shutdown.close('done');
  },
});
