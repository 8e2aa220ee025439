import type { NewLinearConnection } from '@speedtax/contract';
import { checkTrackerUrl, type GuardedFetch, TrackerAccessError } from '@speedtax/runtime';
import { checkLinearCredentials, linearApiUrl } from '@speedtax/trackers';

export type CredentialsAnswer =
  | { readonly ok: true; readonly workspaceName: string; readonly baseUrl: string }
  /** `code` is stable; `reason` is the tracker's own where it gave one. */
  | { readonly ok: false; readonly code: 'credentials_refused' | 'tracker_unreachable' | 'address_refused'; readonly reason: string };

type TrackerAccess = Parameters<typeof checkTrackerUrl>[1];

export type CheckCredentials = (connection: NewLinearConnection) => Promise<CredentialsAnswer>;

/** Asks the tracker through the guarded door whether credentials are good. */
export function makeCheckCredentials(access: TrackerAccess, fetch: GuardedFetch['fetch']): CheckCredentials {
  return async (connection) => {
    const baseUrl = connection.baseUrl ?? linearApiUrl;
    try {
      checkTrackerUrl(baseUrl, access);
      const answer = await checkLinearCredentials({
        apiKey: connection.apiKey,
        apiUrl: baseUrl,
        fetch,
        signal: AbortSignal.timeout(checkTimeoutMs),
      });
      if (answer.ok) return { ok: true, workspaceName: answer.workspaceName, baseUrl };
      const isUnreachable = answer.kind === 'transient' || answer.kind === 'rate-limited';
      return { ok: false, code: isUnreachable ? 'tracker_unreachable' : 'credentials_refused', reason: answer.reason };
    } catch (error) {
      if (error instanceof TrackerAccessError) return { ok: false, code: 'address_refused', reason: error.message };
      throw error;
    }
  };
}

const checkTimeoutMs = 20_000;
