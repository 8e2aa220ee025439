import type { JobQueue } from '@speedtax/queue';
import type { Logger, SecretKeys } from '@speedtax/runtime';
import type { Database } from '@speedtax/storage';
import type { Phase, TrackerFetch } from '@speedtax/trackers';
import type { SyncMeasures } from './measures.ts';

/** What every job of this service needs; tests give their own. */
export interface SyncContext {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly logger: Logger;
  /** Opens the credentials of connections. */
  readonly secretKeys: SecretKeys;
  /** The only way out to trackers. */
  readonly fetch: TrackerFetch;
  /** Where trackers reach this installation; null: nobody has said. */
  readonly publicUrl: string | null;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Absent: nobody measures. */
  readonly measures?: SyncMeasures;
  readonly settings?: Partial<SyncSettings>;
}

export interface SyncSettings {
  /** What is read of a tracker, given all that can be: tests read in other sizes. */
  readonly choosePlan: (plan: readonly Phase[]) => readonly Phase[];
  /** How long one job works before it makes way for others. Its database lock may not idle for minutes. */
  readonly stepMs: number;
  /** Connections synced at the same time; each takes two database connections. */
  readonly concurrency: number;
  /** Requests to one tracker at the same time, at most. */
  readonly requestsAtOnce: number;
  /** Between two incremental syncs of a connection. */
  readonly syncEveryMs: number;
  /** Between two reconciles, which find what an incremental sync cannot see. */
  readonly reconcileEveryMs: number;
  /** Up to so many items are swept whole on each sync; more only when reconciling. */
  readonly smallSweep: number;
}

const minuteMs = 60_000;

const usual: SyncSettings = {
  choosePlan: (plan) => plan,
  stepMs: 20_000,
  concurrency: 2,
  requestsAtOnce: 4,
  syncEveryMs: 5 * minuteMs,
  reconcileEveryMs: 24 * 60 * minuteMs,
  smallSweep: 5_000,
};

export function settingsOf({ settings }: SyncContext): SyncSettings {
  return { ...usual, ...settings };
}
