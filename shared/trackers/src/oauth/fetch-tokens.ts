import { z } from 'zod';
import { TrackerError } from '../tracker-error.ts';
import type { TrackerFetch } from '../tracker-fetch.ts';
import type { OauthApp, OauthProvider } from './oauth-app.ts';

/** `expiresAt`: of the access token, epoch milliseconds. Each refresh token is good for one use. */
export interface OauthTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
}

export type TokenWish =
  /** What somebody has just allowed. */
  { readonly code: string; readonly verifier: string; readonly redirectUri: string } | { readonly refreshToken: string };

export interface TokenAccess {
  readonly app: Pick<OauthApp, 'clientId' | 'clientSecret' | 'authUrl'>;
  readonly fetch: TrackerFetch;
  readonly signal?: AbortSignal | undefined;
  readonly now: () => number;
}

const answer = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1).optional(), expires_in: z.number() });
const refusal = z.object({ error: z.string().optional(), error_description: z.string().optional() });

/** @throws TrackerError `unauthorized` where somebody has to let us in again */
export async function fetchTokens(
  provider: OauthProvider,
  { app, fetch, signal, now }: TokenAccess,
  wish: TokenWish,
): Promise<OauthTokens> {
  const asked = {
    client_id: app.clientId,
    client_secret: app.clientSecret,
    ...('code' in wish
      ? { grant_type: 'authorization_code', code: wish.code, code_verifier: wish.verifier, redirect_uri: wish.redirectUri }
      : { grant_type: 'refresh_token', refresh_token: wish.refreshToken }),
  };
  const isForm = provider === 'linear';
  const response = await fetch(`${app.authUrl}/oauth/token`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' },
    body: isForm ? new URLSearchParams(asked).toString() : JSON.stringify(asked),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    throw new TrackerError('transient', 'The tracker did not answer when it was asked for access.', { cause: error });
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.status >= 500 || response.status === 429)
    throw new TrackerError('transient', `The tracker answered with HTTP ${response.status}.`);
  const read = answer.safeParse(body);
  if (response.ok && read.success) {
    const { access_token: accessToken, refresh_token, expires_in } = read.data;
    const refreshToken = refresh_token ?? ('refreshToken' in wish ? wish.refreshToken : '');
    return { accessToken, refreshToken, expiresAt: now() + expires_in * 1000 };
  }
  const told = refusal.safeParse(body);
  const reason = told.success ? (told.data.error_description ?? told.data.error) : undefined;
  throw new TrackerError('unauthorized', reason ?? `The tracker gave no access (HTTP ${response.status}).`, { status: response.status });
}
