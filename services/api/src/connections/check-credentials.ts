import type { NewConnection } from '@speedtax/contract';
import { checkTrackerUrl, type GuardedFetch, TrackerAccessError } from '@speedtax/runtime';
import {
  checkJiraCredentials,
  checkLinearCredentials,
  linearApiUrl,
  type TrackerErrorKind,
  writeJiraCredentials,
  writeLinearCredentials,
} from '@speedtax/trackers';
import { jiraCredentialsOf } from './jira-credentials-of.ts';

export interface CheckedConnection {
  readonly ok: true;
  readonly workspaceName: string;
  /** The tracker's own id of the workspace or site. */
  readonly workspaceId: string;
  readonly baseUrl: string;
  readonly deployment: 'cloud' | 'server' | null;
  /** As they are to be stored, open. */
  readonly credentials: string;
}

export type CredentialsAnswer =
  | CheckedConnection
  /** `code` is stable; `reason` is the tracker's own where it gave one. */
  | { readonly ok: false; readonly code: 'credentials_refused' | 'tracker_unreachable' | 'address_refused'; readonly reason: string };

type TrackerAccess = Parameters<typeof checkTrackerUrl>[1];

export type CheckCredentials = (connection: NewConnection) => Promise<CredentialsAnswer>;

/** Asks the tracker through the guarded door whether credentials are good. */
export function makeCheckCredentials(access: TrackerAccess, fetch: GuardedFetch['fetch']): CheckCredentials {
  return async (connection) => {
    const baseUrl = connection.baseUrl ?? linearApiUrl;
    try {
      checkTrackerUrl(baseUrl, access);
      const answer = await (connection.provider === 'linear' ? checkLinear(connection, fetch) : checkJira(connection, fetch));
      if (answer.ok) return answer;
      const isUnreachable = answer.kind === 'transient' || answer.kind === 'rate-limited';
      return { ok: false, code: isUnreachable ? 'tracker_unreachable' : 'credentials_refused', reason: answer.reason };
    } catch (error) {
      if (error instanceof TrackerAccessError) return { ok: false, code: 'address_refused', reason: error.message };
      throw error;
    }
  };
}

const checkTimeoutMs = 20_000;

type Checked = CheckedConnection | { readonly ok: false; readonly kind: TrackerErrorKind; readonly reason: string };
type New<Provider> = Extract<NewConnection, { provider: Provider }>;

async function checkLinear({ apiKey, baseUrl = linearApiUrl }: New<'linear'>, fetch: GuardedFetch['fetch']): Promise<Checked> {
  const answer = await checkLinearCredentials({ apiKey, apiUrl: baseUrl, fetch, signal: AbortSignal.timeout(checkTimeoutMs) });
  return answer.ok ? { ...answer, baseUrl, deployment: null, credentials: writeLinearCredentials({ apiKey }) } : answer;
}

async function checkJira(connection: New<'jira'>, fetch: GuardedFetch['fetch']): Promise<Checked> {
  const baseUrl = connection.baseUrl.replace(/\/+$/, '');
  const signal = AbortSignal.timeout(checkTimeoutMs);
  const answer = await checkJiraCredentials({ baseUrl, credentials: jiraCredentialsOf(connection), fetch, signal, now: Date.now });
  return answer.ok ? { ...answer, baseUrl, credentials: writeJiraCredentials(answer.credentials) } : answer;
}
