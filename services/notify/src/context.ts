import type { JobQueue } from '@speedtax/queue';
import type { GuardedFetch, Logger, Metrics, SecretKeys } from '@speedtax/runtime';
import type { Database } from '@speedtax/storage';
import type { SendMail } from './channels/make-send-mail.ts';

/** What every job of this service needs; tests give their own. */
export interface NotifyContext {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Opens what it takes to reach channels. */
  readonly secretKeys: SecretKeys;
  /** The only way out to addresses that people have given. */
  readonly fetch: GuardedFetch['fetch'];
  /** Null: no mail server is set. */
  readonly sendMail: SendMail | null;
  /** Where links in messages lead, without a slash at the end. */
  readonly publicUrl: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}
