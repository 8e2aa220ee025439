import type { JobQueue } from '@speedtax/queue';
import type { Logger, Metrics } from '@speedtax/runtime';
import type { Database } from '@speedtax/storage';

/** What every job of this service needs; tests give their own. */
export interface AnalysisContext {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
