import { openJiraTracker } from './jira/open-jira-tracker.ts';
import { openLinearTracker } from './linear/open-linear-tracker.ts';
import type { KeptItem, Tracker } from './tracker.ts';
import type { TrackerFetch } from './tracker-fetch.ts';

/** What opening a connection's tracker for one turn needs. */
export interface TrackerAccess {
  readonly provider: 'linear' | 'jira';
  readonly connectionId: string;
  /** Linear: the GraphQL endpoint. Jira: the site's root. */
  readonly baseUrl: string;
  /** Opened, as the provider's own functions read them; they live no longer than the turn. */
  readonly credentials: string;
  /** Jira: whether it is run by Atlassian; null: not known. */
  readonly deployment: 'cloud' | 'server' | null;
  /** What the user has chosen about this connection; null: nothing. */
  readonly mapping: unknown;
  /** How to reach it; whoever opens the tracker answers for where it may lead. */
  readonly fetch: TrackerFetch;
  readonly signal: AbortSignal;
  /** Whether the company has other trackers, whose issues this one may name: what tells only that is not asked for else. */
  readonly hasOthers?: boolean;
  /** Our clock, epoch milliseconds. */
  readonly now: () => number;
  /** What was kept under these names. */
  listKept(kinds: readonly string[]): Promise<readonly KeptItem[]>;
  /** Takes credentials that the tracker has renewed; it is awaited before they are used. */
  storeCredentials(renewed: string): Promise<void>;
}

export async function openTracker(access: TrackerAccess): Promise<Tracker> {
  if (access.provider === 'linear') return openLinearTracker(access);
  return openJiraTracker(access);
}
