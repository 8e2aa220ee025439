import { randomUUID } from 'node:crypto';
import { type JobQueue, openQueue } from '@speedtax/queue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backends, type TestBackend } from './backends.ts';

/** A gate that a handler waits at, so that a test decides how long a job runs. */
function makeGate(): { readonly passed: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}

const makePayload = () => ({ organizationId: randomUUID(), syncId: randomUUID() });
const patience = { timeout: 8_000, interval: 10 };

describe.each(backends)('the queue on $name', ({ isHere, start }) => {
  describe.skipIf(!isHere)('', () => {
    let backend: TestBackend;
    let queue: JobQueue;
    const errors: Error[] = [];
    const open = (warn: (details: object, message: string) => void = () => {}) =>
      openQueue({ ...backend, onError: (error) => errors.push(error), logger: { warn }, retryDelayMs: () => 1 });

    beforeEach(async () => {
      backend = await start();
      queue = await open();
      errors.length = 0;
    });
    afterEach(async () => {
      await queue.close();
      await backend.close();
    });

    it('hands each job to its worker', async () => {
      const payloads = [makePayload(), makePayload(), makePayload()];
      const got: unknown[] = [];
      for (const payload of payloads) await queue.enqueue('analysis.run', payload);
      await queue.work('analysis.run', async (payload) => void got.push(payload));
      await vi.waitFor(() => expect(got).toHaveLength(3), patience);
      expect(got).toEqual(expect.arrayContaining(payloads));
    });

    it('drops a job while one of the same key waits', async () => {
      const payload = makePayload();
      await queue.enqueue('analysis.run', payload);
      await queue.enqueue('analysis.run', payload);
      await queue.enqueue('analysis.run', makePayload());
      expect((await queue.counts()).analysis).toEqual({ waiting: 2, active: 0, delayed: 0, failed: 0 });
    });

    it('runs a job once more when another of its key came while it ran, with what came last', async () => {
      const payload = makePayload();
      const latest = { ...payload, syncId: randomUUID() };
      const gate = makeGate();
      const got: unknown[] = [];
      await queue.work('analysis.run', async (job) => {
        got.push(job);
        if (got.length === 1) await gate.passed;
      });
      await queue.enqueue('analysis.run', payload);
      await vi.waitFor(() => expect(got).toHaveLength(1), patience);
      await queue.enqueue('analysis.run', payload);
      await queue.enqueue('analysis.run', latest);
      gate.open();
      await vi.waitFor(() => expect(got).toEqual([payload, latest]), patience);
      await vi.waitFor(async () => expect((await queue.counts()).analysis).toMatchObject({ waiting: 0, active: 0 }), patience);
    });

    it('takes a job that its own run enqueues', async () => {
      const payload = makePayload();
      let runs = 0;
      await queue.work('analysis.run', async () => {
        runs += 1;
        if (runs < 3) await queue.enqueue('analysis.run', payload, { delayMs: 0.4 });
      });
      await queue.enqueue('analysis.run', payload);
      await vi.waitFor(() => expect(runs).toBe(3), patience);
    });

    it('takes a job of the same key again after one was done', async () => {
      const payload = makePayload();
      let runs = 0;
      await queue.work('analysis.run', async () => void (runs += 1));
      for (const expected of [1, 2]) {
        await queue.enqueue('analysis.run', payload);
        await vi.waitFor(async () => {
          expect(runs).toBe(expected);
          expect((await queue.counts()).analysis?.active).toBe(0);
        }, patience);
      }
    });

    it('keeps a delayed job until its time', async () => {
      const run = vi.fn(async () => {});
      await queue.work('analysis.run', run);
      await queue.enqueue('analysis.run', makePayload(), { delayMs: 3_600_000.7 });
      await queue.enqueue('analysis.run', makePayload(), { delayMs: 20.3 });
      await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1), patience);
      expect((await queue.counts()).analysis).toMatchObject({ delayed: 1, waiting: 0 });
    });

    it('tries a failed job again, and tells of it', async () => {
      const warned: string[] = [];
      const other = await open((_details, message) => void warned.push(message));
      let runs = 0;
      await other.work('analysis.run', async () => {
        runs += 1;
        if (runs < 3) throw new Error('not yet');
      });
      await other.enqueue('analysis.run', makePayload());
      await vi.waitFor(() => expect(runs).toBe(3), patience);
      await other.close();
      expect(warned).toEqual(['Job failed', 'Job failed']);
    });

    it('refuses what a job may not carry', async () => {
      await expect(queue.enqueue('analysis.run', { organizationId: 'nobody', syncId: null })).rejects.toThrow();
      expect((await queue.counts()).analysis?.waiting).toBe(0);
    });

    it('keeps the jobs of different organizations running side by side', async () => {
      const gate = makeGate();
      let running = 0;
      await queue.work(
        'analysis.run',
        async () => {
          running += 1;
          await gate.passed;
        },
        { concurrency: 2 },
      );
      await queue.enqueue('analysis.run', makePayload());
      await queue.enqueue('analysis.run', makePayload());
      await vi.waitFor(() => expect(running).toBe(2), patience);
      gate.open();
    });

    it('wakes up at an interval once, however many processes ask for it', async () => {
      const other = await open();
      const run = vi.fn(async () => {});
      await queue.repeat('sync.due', {}, 3_600_000);
      await other.repeat('sync.due', {}, 3_600_000);
      await queue.work('sync.due', run);
      await vi.waitFor(async () => {
        const { waiting = 0, delayed = 0 } = (await queue.counts()).schedule ?? {};
        expect([run.mock.calls.length, waiting, delayed]).toEqual([1, 0, 1]);
      }, patience);
      await other.close();
    });

    it('closing tells the running job, waits for it, and leaves it to the next process when it gave up', async () => {
      const payload = makePayload();
      const started = makeGate();
      await queue.work('analysis.run', async (_job, signal) => {
        started.open();
        await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('interrupted'))));
      });
      await queue.enqueue('analysis.run', payload);
      await started.passed;
      await queue.close();

      queue = await open();
      const got: unknown[] = [];
      await queue.work('analysis.run', async (job) => void got.push(job));
      await vi.waitFor(() => expect(got).toEqual([payload]), patience);
    });

    it('reports nothing when all goes well', async () => {
      const run = vi.fn(async () => {});
      await queue.work('analysis.run', run);
      await queue.enqueue('analysis.run', makePayload());
      await vi.waitFor(() => expect(run).toHaveBeenCalled(), patience);
      await queue.close();
      expect(errors).toEqual([]);
      queue = await open();
    });
  });
});
