import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeLogger } from '../logging/make-logger.ts';
import { makeShutdown } from './make-shutdown.ts';

const logger = makeLogger({ service: 'test', level: 'silent' });

describe('shutdown', () => {
  afterEach(() => void vi.useRealTimers());

  it('closes in the reverse order of opening, each before the next', async () => {
    const order: string[] = [];
    const shutdown = makeShutdown({ logger });
    for (const name of ['database', 'queue', 'server']) {
      shutdown.register({
        name,
        close: async () => {
          order.push(`${name} begins`);
          await Promise.resolve();
          order.push(`${name} ends`);
        },
      });
    }
    expect(await shutdown.close('test')).toEqual({ failed: [] });
    expect(order).toEqual(['server begins', 'server ends', 'queue begins', 'queue ends', 'database begins', 'database ends']);
  });

  it('closes once, however often it is asked', async () => {
    const close = vi.fn();
    const shutdown = makeShutdown({ logger });
    shutdown.register({ name: 'server', close });
    await Promise.all([shutdown.close('one'), shutdown.close('two')]);
    await shutdown.close('three');
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('goes on when one fails, and says which', async () => {
    const close = vi.fn();
    const shutdown = makeShutdown({ logger });
    shutdown.register({ name: 'database', close });
    shutdown.register({
      name: 'queue',
      close: () => {
        throw new Error('gone');
      },
    });
    expect(await shutdown.close('test')).toEqual({ failed: ['queue'] });
    expect(close).toHaveBeenCalled();
  });

  it('does not wait longer than the limit for one that hangs', async () => {
    vi.useFakeTimers();
    const close = vi.fn();
    const shutdown = makeShutdown({ logger });
    shutdown.register({ name: 'database', close });
    shutdown.register({ name: 'jobs', limitMs: 2_000, close: () => new Promise<void>(() => {}) });
    const closed = shutdown.close('test');
    await vi.advanceTimersByTimeAsync(1_999);
    expect(close).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await closed).toEqual({ failed: ['jobs'] });
    expect(close).toHaveBeenCalled();
  });

  it('tells everybody by a signal when it begins', async () => {
    const shutdown = makeShutdown({ logger });
    expect(shutdown.signal.aborted).toBe(false);
    await shutdown.close('test');
    expect(shutdown.signal.aborted).toBe(true);
  });
});
