import { setTimeout as delay } from 'node:timers/promises';
import type { Queue, Worker } from 'bullmq';
import { type Handler, makeJobRunner } from './job-runner.ts';
import { type FailedJob, type JobName, type JobPayload, type JobQueue, jobs } from './jobs.ts';
import { openPostgresBackend } from './postgres-backend.ts';
import { type QueueBackend, type QueueLogger, tellOnce } from './queue-backend.ts';
import { retryDelayMs as cappedRetryDelayMs, keptJobs, retries, workerTimes } from './queue-limits.ts';
import { openRedisBackend } from './redis-backend.ts';

export interface QueueOptions {
  /** redis://…; unset: the queues live in the database. */
  readonly redisUrl?: string | undefined;
  readonly databaseUrl: string;
  /** Told of broken connections and the like; the queue goes on by itself. */
  readonly onError: (error: Error) => void;
  /** Told of jobs that failed. */
  readonly logger?: QueueLogger;
  /** How long the n-th retry of a job waits, in whole milliseconds. Default: 1 s, doubling, at most a minute. */
  readonly retryDelayMs?: (attempt: number) => number;
}

const closeTimeoutMs = 10_000;
const queueNames = [...new Set(Object.values(jobs).map((job) => job.queue))];

/** Opens the queues, and makes their tables where they live in Postgres. Works nothing before `work` is called. */
export async function openQueue({
  redisUrl,
  databaseUrl,
  onError,
  logger,
  retryDelayMs = cappedRetryDelayMs,
}: QueueOptions): Promise<JobQueue> {
  const report = tellOnce(onError);
  const backend: QueueBackend = redisUrl ? openRedisBackend(redisUrl, report) : await openPostgresBackend(databaseUrl, report);
  const queues = new Map<string, Queue>();
  for (const name of queueNames) {
    const queue = backend.openQueue(name, { ...keptJobs, ...retries });
    queue.on('error', report);
    queues.set(name, queue);
  }
  const workers: Worker[] = [];
  const closing = new AbortController();
  const queueOf = (name: JobName) => queues.get(jobs[name].queue) as Queue;

  return {
    async enqueue(name, payload, { delayMs = 0 } = {}) {
      const job = jobs[name];
      const data = job.payload.parse(payload);
      const id = `${name}/${(job.key as (p: typeof data) => string)(data)}`;
      // Dropped while one waits; while one runs, the last of them runs after it.
      await queueOf(name).add(name, data, { delay: wholeMs(delayMs), deduplication: { id, keepLastIfActive: true } });
    },

    async work(name, handle, { concurrency = 1 } = {}) {
      const runner = makeJobRunner({ name, handle: handle as Handler, signal: closing.signal });
      const worker = backend.openWorker(jobs[name].queue, runner, {
        concurrency,
        ...workerTimes,
        settings: { backoffStrategy: (n) => wholeMs(retryDelayMs(n)) },
      });
      workers.push(worker);
      worker.on('error', report);
      worker.on('failed', (job, error) => logger?.warn({ job: name, attempt: job?.attemptsMade, err: error }, 'Job failed'));
      await worker.waitUntilReady();
    },

    async repeat(name, payload, everyMs) {
      const data = jobs[name].payload.parse(payload) as JobPayload<typeof name>;
      await queueOf(name).upsertJobScheduler(name, { every: wholeMs(everyMs) }, { name, data });
    },

    async counts() {
      const states = ['waiting', 'active', 'delayed', 'failed'] as const;
      const entries = [...queues].map(async ([name, queue]) => [name, await queue.getJobCounts(...states)] as const);
      return Object.fromEntries(await Promise.all(entries)) as Awaited<ReturnType<JobQueue['counts']>>;
    },

    async listFailed(limit) {
      const entries = [...queues].map(async ([queue, each]) => {
        const failed = await each.getFailed(0, limit - 1);
        return failed.map(
          (job): FailedJob => ({
            queue,
            id: job.id ?? '',
            name: job.name,
            payload: job.data,
            reason: job.failedReason ?? '',
            attempts: job.attemptsMade,
            failedAt: job.finishedOn === undefined || job.finishedOn === null ? null : new Date(job.finishedOn),
          }),
        );
      });
      return (await Promise.all(entries)).flat();
    },

    async retry(name, id) {
      const job = await queues.get(name)?.getJob(id);
      if (!job || !(await job.isFailed())) return false;
      await job.retry();
      return true;
    },

    async close() {
      closing.abort();
      await withinCloseTimeout(Promise.all(workers.map((worker) => worker.close())));
      await withinCloseTimeout(Promise.all([...queues.values()].map((queue) => queue.close())));
      await withinCloseTimeout(backend.close());
    },
  };
}

// On Postgres a fraction of a millisecond leaves the job waiting for ever.
function wholeMs(ms: number): number {
  return Math.max(0, Math.round(ms));
}

async function withinCloseTimeout(work: Promise<unknown>): Promise<void> {
  const timeout = new AbortController();
  await Promise.race([work, delay(closeTimeoutMs, undefined, { signal: timeout.signal }).catch(() => {})]);
  timeout.abort();
}
