import { makeLogger, readEnv, runMain } from '@speedtax/runtime';
import { startStandalone } from './start-standalone.ts';

const environment = readEnv();
// A person reads this terminal: what is worth telling is said as steps, and only what went wrong is logged.
const logger = makeLogger({ service: 'standalone', level: environment.logLevel === 'info' ? 'warn' : environment.logLevel });

await runMain(logger, (shutdown) => startStandalone({ environment, logger, shutdown, output: process.stdout }));
