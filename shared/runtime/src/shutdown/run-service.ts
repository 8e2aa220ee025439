import { EnvironmentError } from '../environment/environment-error.ts';
import { type Logger, makeLogger } from '../logging/make-logger.ts';
import type { Shutdown } from './make-shutdown.ts';
import { type HostProcess, runMain } from './run-main.ts';

export interface Service<Config extends { readonly logLevel: string }> {
  /** As the log and the errors call it. */
  name: string;
  readConfig(): Config;
  /** Opens, and registers with `shutdown` whatever it has opened; fulfilled when the service works. */
  start(tools: { config: Config; logger: Logger; shutdown: Shutdown }): Promise<void>;
}

/** What every `main.ts` does: read the config, or say in one line per variable what is wrong; then run until a signal. */
export async function runService<Config extends { readonly logLevel: string }>(
  service: Service<Config>,
  host: HostProcess = process,
): Promise<void> {
  const config = readOrLeave(service, host);
  if (!config) return;
  const logger = makeLogger({ service: service.name, level: config.logLevel });
  await runMain(logger, (shutdown) => service.start({ config, logger, shutdown }), host);
}

function readOrLeave<Config extends { readonly logLevel: string }>(service: Service<Config>, host: HostProcess): Config | undefined {
  try {
    return service.readConfig();
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    host.stderr.write(`Speedtax ${service.name} cannot start.\n${error.message}\n`);
    host.exit(1);
    return undefined;
  }
}
