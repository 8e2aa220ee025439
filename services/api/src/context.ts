import type { JobQueue } from '@speedtax/queue';
import type { GuardedFetch, Logger, Metrics, SecretKeys } from '@speedtax/runtime';
import type { Database } from '@speedtax/storage';
import type { ChannelSettings } from './alerts/channel-settings.ts';
import type { PastAnalyses } from './as-of/past-analyses.ts';
import type { Accounts } from './auth/accounts.ts';
import type { LocalSessions } from './auth/local-session.ts';
import type { CheckCredentials } from './connections/check-credentials.ts';
import type { DataVersions } from './figures/data-versions.ts';
import type { FigureCache } from './figures/figure-cache.ts';
import type { OauthAccess } from './oauth/oauth-access.ts';
import type { Operations } from './operations/measure-operations.ts';

/** What every route needs; tests give their own. */
export interface ApiContext {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly secretKeys: SecretKeys;
  /** Asks the tracker whether credentials are good, before anything is stored. */
  readonly checkCredentials: CheckCredentials;
  /** Set where one person uses Speedtax on one machine: this organization is theirs, without a key. */
  readonly localSignIn: LocalSignIn | null;
  /** Accounts of people; null: only API keys and the local user are known. */
  readonly accounts: Accounts | null;
  /** Where everything that is not the API is passed on to; null: the API stands alone. */
  readonly dashboardUrl: string | null;
  /** Where the installation is reached from outside; null: nobody has said. */
  readonly publicUrl: string | null;
  /** The only way out to trackers; absent: they are not asked for what can be chosen. */
  readonly trackerFetch?: GuardedFetch['fetch'];
  /** Trackers that let us in on a page of their own; absent: none. */
  readonly oauth?: OauthAccess;
  /** Absent: no mail server, and public addresses only. */
  readonly channels?: ChannelSettings;
  readonly limits: ApiLimits;
  /** How many proxies in front are believed about the address of who asks. */
  readonly trustedProxies: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface LocalSignIn {
  readonly organizationId: string;
  readonly sessions: LocalSessions;
  /** False: no page is signed in, only the process that holds `sessions` asks its own API. */
  readonly signsInPages: boolean;
}

/** What the app adds for as long as it lives, and a question for as long as it is answered. */
export interface RouteContext extends ApiContext {
  readonly past: PastAnalyses;
  readonly kept: FigureCache;
  readonly versions: DataVersions;
  readonly operations: Operations;
  /** An instant or a day, where the endpoint takes one and the question names one. */
  readonly asOf?: string | undefined;
}

export interface ApiLimits {
  /** Per address and minute. */
  readonly requestsPerMinute: number;
  /** Refused sign-ins per address and minute. */
  readonly refusalsPerMinute: number;
  readonly bodyBytes: number;
  /** Of what a tracker tells of a change. */
  readonly webhookBytes: number;
  /** Of one query. */
  readonly statementTimeoutMs: number;
  /** Open progress streams, of all callers together. */
  readonly streams: number;
  /** After this long a stream ends, and the browser opens another. */
  readonly streamMs: number;
  readonly streamPollMs: number;
  /** How often it is looked whether figures have changed, for all readers of an organization together. */
  readonly versionPollMs: number;
  readonly streamHeartbeatMs: number;
}

export const defaultLimits: ApiLimits = {
  requestsPerMinute: 120_000,
  refusalsPerMinute: 60,
  bodyBytes: 1_000_000,
  webhookBytes: 5_000_000,
  statementTimeoutMs: 10_000,
  streams: 200,
  streamMs: 15 * 60_000,
  streamPollMs: 500,
  versionPollMs: 150,
  streamHeartbeatMs: 15_000,
};
