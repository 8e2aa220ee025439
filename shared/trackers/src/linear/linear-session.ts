import { fetchTokens } from '../oauth/fetch-tokens.ts';
import type { TrackerFetch } from '../tracker-fetch.ts';
import type { LinearCredentials } from './linear-credentials.ts';

export type LinearAuthorization = { readonly apiKey: string } | { readonly accessToken: string };

interface SessionAccess {
  readonly fetch: TrackerFetch;
  readonly signal?: AbortSignal | undefined;
  readonly now: () => number;
  /** Takes credentials that were renewed; it is awaited before they are used. */
  readonly storeCredentials: (renewed: LinearCredentials) => Promise<void>;
}

/** An access token is not used in its last minute. */
const renewBeforeMs = 60_000;

/** What each request is sent with. A token that is about to end is renewed once, however many requests ask for it. */
export function openLinearSession(
  credentials: LinearCredentials,
  { fetch, signal, now, storeCredentials }: SessionAccess,
): () => Promise<LinearAuthorization> {
  if (!('refreshToken' in credentials)) return async () => ({ apiKey: credentials.apiKey });
  let current = credentials;
  let renewing: Promise<void> | null = null;

  async function renew(): Promise<void> {
    const tokens = await fetchTokens('linear', { app: current, fetch, signal, now }, { refreshToken: current.refreshToken });
    const renewed = { ...current, ...tokens };
    await storeCredentials(renewed);
    current = renewed;
  }

  return async () => {
    if (renewing || current.expiresAt - renewBeforeMs <= now()) {
      renewing ??= renew().finally(() => {
        renewing = null;
      });
      await renewing;
    }
    return { accessToken: current.accessToken };
  };
}
