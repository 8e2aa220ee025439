import type { Logger } from '../logging/make-logger.ts';
import { makeShutdown, type Shutdown } from './make-shutdown.ts';

/** The part of `process` that a main needs. */
export type HostProcess = Pick<NodeJS.Process, 'on' | 'off' | 'exit'> & { stderr: { write(text: string): unknown } };

/**
 * Runs a service until SIGINT or SIGTERM, then closes what `start` registered and leaves: 0 when all closed, else 1.
 * If `start` throws, what was already open is closed and the cause is printed in one line. A second signal leaves at once.
 */
export async function runMain(logger: Logger, start: (shutdown: Shutdown) => Promise<void>, host: HostProcess = process): Promise<void> {
  const shutdown = makeShutdown({ logger });
  let signals = 0;

  async function leave(reason: string, code: number): Promise<void> {
    const { failed } = await shutdown.close(reason);
    host.exit(failed.length > 0 ? 1 : code);
  }
  const onSignal = (signal: NodeJS.Signals) => {
    signals += 1;
    if (signals > 1) host.exit(1);
    else void leave(signal, 0);
  };
  host.on('SIGINT', onSignal);
  host.on('SIGTERM', onSignal);

  try {
    await start(shutdown);
  } catch (error) {
    // What is being closed makes an unfinished start fail: that is the signal's doing, not a cause of its own.
    if (shutdown.signal.aborted) return;
    host.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    logger.debug({ err: error }, 'start failed');
    await leave('start failed', 1);
  }
}
