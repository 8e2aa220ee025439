import type { RateBudget } from '../../rate-budget.ts';
import type { TrackerFetch } from '../../tracker-fetch.ts';
import { type JiraClient, openJiraClient } from '../transport/jira-client.ts';
import { makeJiraRateBudget } from '../transport/jira-rate-budget.ts';
import { type AtlassianAddresses, atlassianAddresses } from './atlassian.ts';
import type { JiraCredentials } from './jira-credentials.ts';
import { openSession } from './open-session.ts';

export interface JiraAccess {
  /** The site's root, with its context path where it has one. */
  readonly baseUrl: string;
  readonly credentials: JiraCredentials;
  /** How to reach it; whoever opens the client answers for where it may lead. */
  readonly fetch: TrackerFetch;
  readonly signal?: AbortSignal | undefined;
  /** Our clock, epoch milliseconds. */
  readonly now: () => number;
  /** Takes credentials that were renewed; it is awaited before they are used. */
  readonly storeCredentials: (renewed: JiraCredentials) => Promise<void>;
  readonly atlassian?: AtlassianAddresses;
}

/** Where this grant came from. */
export function addressesOf({ credentials, atlassian }: Pick<JiraAccess, 'credentials' | 'atlassian'>): AtlassianAddresses {
  return atlassian ?? (credentials.kind === 'oauth' ? credentials.atlassian : undefined) ?? atlassianAddresses;
}

/** Opens a client with these credentials, at the place where they are let in. Sends nothing. */
export function connectJira(access: JiraAccess): { client: JiraClient; budget: RateBudget } {
  const { credentials, fetch, signal, now, storeCredentials } = access;
  const addresses = addressesOf(access);
  const budget = makeJiraRateBudget(now);
  const session = openSession(credentials, { addresses, fetch, signal, now }, storeCredentials);
  const root = credentials.kind === 'oauth' ? `${addresses.api}/ex/jira/${credentials.cloudId ?? ''}` : access.baseUrl;
  return { client: openJiraClient({ root, session, fetch, signal, budget, now }), budget };
}
