import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { readEnv, requireSettings } from '../environment/read-env.ts';
import { makeLogger } from '../logging/make-logger.ts';
import { type HostProcess, runMain } from './run-main.ts';
import { runService } from './run-service.ts';

const logger = makeLogger({ service: 'test', level: 'silent' });

function makeHost() {
  const errors: string[] = [];
  const exited = Promise.withResolvers<number>();
  const exit = vi.fn((code: number) => exited.resolve(code));
  const host = Object.assign(new EventEmitter(), { exit, stderr: { write: (text: string) => errors.push(text) } });
  return { host: host as unknown as HostProcess, emitter: host, exit, exited: exited.promise, errors };
}

describe('a running service', () => {
  it.each(['SIGINT', 'SIGTERM'])('closes and leaves with 0 on %s', async (signal) => {
    const { host, emitter, exited } = makeHost();
    const close = vi.fn();
    await runMain(logger, async (shutdown) => shutdown.register({ name: 'server', close }), host);
    emitter.emit(signal, signal);
    expect(await exited).toBe(0);
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('leaves with 1 when something did not close', async () => {
    const { host, emitter, exited } = makeHost();
    await runMain(logger, async (shutdown) => shutdown.register({ name: 'server', close: () => Promise.reject(new Error('busy')) }), host);
    emitter.emit('SIGTERM', 'SIGTERM');
    expect(await exited).toBe(1);
  });

  it('leaves at once on the second signal', async () => {
    const { host, emitter, exit } = makeHost();
    await runMain(logger, async (shutdown) => shutdown.register({ name: 'jobs', close: () => new Promise<void>(() => {}) }), host);
    emitter.emit('SIGINT', 'SIGINT');
    expect(exit).not.toHaveBeenCalled();
    emitter.emit('SIGINT', 'SIGINT');
    expect(exit).toHaveBeenCalledWith(1);
    vi.clearAllTimers();
  });

  it('that cannot start prints why in one line, closes what is open and leaves with 1', async () => {
    const { host, exited, errors } = makeHost();
    const close = vi.fn();
    await runMain(
      logger,
      async (shutdown) => {
        shutdown.register({ name: 'database', close });
        throw new Error('Port 3000 is taken: set PORT to another one.');
      },
      host,
    );
    expect(await exited).toBe(1);
    expect(errors).toEqual(['Port 3000 is taken: set PORT to another one.\n']);
    expect(close).toHaveBeenCalled();
  });

  it('whose environment is not usable says what to set, without a stack, and leaves with 1', async () => {
    const { host, exited, errors } = makeHost();
    const start = vi.fn();
    await runService({ name: 'sync', readConfig: () => requireSettings(readEnv({ PORT: '1' }), 'databaseUrl'), start }, host);
    expect(await exited).toBe(1);
    expect(start).not.toHaveBeenCalled();
    expect(errors.join('')).toMatch(/^Speedtax sync cannot start\.\nDATABASE_URL is not set: expected [^\n]+\n$/);
  });

  it('is started with its config, its log and what it registers with', async () => {
    const { host, emitter, exited } = makeHost();
    const close = vi.fn();
    const service = {
      name: 'api',
      readConfig: () => readEnv({ PORT: '4711', LOG_LEVEL: 'silent' }),
      start: vi.fn(async ({ shutdown }: { shutdown: { register(closer: { name: string; close(): void }): void } }) =>
        shutdown.register({ name: 'server', close }),
      ),
    };
    await runService(service, host);
    expect(service.start.mock.lastCall?.[0]).toMatchObject({ config: { port: 4711 } });
    emitter.emit('SIGTERM', 'SIGTERM');
    expect(await exited).toBe(0);
    expect(close).toHaveBeenCalled();
  });
});
