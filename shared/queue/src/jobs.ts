import { z } from 'zod';

/** `syncId`: null where the tracker has hinted at something. */
const connectionJob = z.object({ organizationId: z.uuid(), connectionId: z.uuid(), syncId: z.uuid().nullable() });

/**
 * Every job there is. A job is a wake-up: the tables hold the truth, so a lost, doubled or late job changes no
 * figure. `key` makes the job's id: a second one with the same id is not queued while the first waits.
 */
export const jobs = {
  'sync.step': {
    queue: 'sync',
    payload: connectionJob,
    key: (p: z.infer<typeof connectionJob>) => p.connectionId,
  },
  'analysis.run': {
    queue: 'analysis',
    payload: z.object({ organizationId: z.uuid(), syncId: z.uuid().nullable() }),
    key: (p: { organizationId: string }) => p.organizationId,
  },
  'sync.due': {
    queue: 'schedule',
    payload: z.object({}),
    key: () => 'due',
  },
  'notify.deliver': {
    queue: 'notify',
    payload: z.object({ organizationId: z.uuid() }),
    key: (p: { organizationId: string }) => p.organizationId,
  },
  'notify.due': {
    queue: 'notify-schedule',
    payload: z.object({}),
    key: () => 'due',
  },
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<N extends JobName> = z.infer<(typeof jobs)[N]['payload']>;

/** A job that was tried as often as it may be. */
export interface FailedJob {
  readonly queue: string;
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: Date | null;
}

/** Where jobs go and come from. BullMQ stands behind it, on Redis or on Postgres; nobody else imports BullMQ. */
export interface JobQueue {
  enqueue<N extends JobName>(name: N, payload: JobPayload<N>, options?: { delayMs?: number }): Promise<void>;
  /** Runs `handle` for each job of this name. Throwing retries with backoff, `attempts` times at most. */
  work<N extends JobName>(
    name: N,
    handle: (payload: JobPayload<N>, signal: AbortSignal) => Promise<void>,
    options?: { concurrency?: number },
  ): Promise<void>;
  /** One wake-up per interval for the whole installation, however many processes ask for it. */
  repeat<N extends JobName>(name: N, payload: JobPayload<N>, everyMs: number): Promise<void>;
  counts(): Promise<Record<string, Record<'waiting' | 'active' | 'delayed' | 'failed', number>>>;
  /** The newest, so many of each queue at most. */
  listFailed(limit: number): Promise<FailedJob[]>;
  /** Tries a failed job once more; false: there is no such. */
  retry(queue: string, id: string): Promise<boolean>;
  close(): Promise<void>;
}
