import { type Environment, readEnv, runService } from '@speedtax/runtime';
import { startStandalone } from './start-standalone.ts';

await runService({
  name: 'standalone',
  readConfig,
  start: ({ config, logger, shutdown }) => startStandalone({ environment: config, logger, shutdown, output: process.stdout }),
});

/** A person reads this terminal: what is worth telling is said as steps, and only what went wrong is logged. */
function readConfig(): Environment {
  const environment = readEnv();
  return { ...environment, logLevel: environment.logLevel === 'info' ? 'warn' : environment.logLevel };
}
