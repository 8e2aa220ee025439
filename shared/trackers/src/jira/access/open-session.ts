import { TrackerError } from '../../tracker-error.ts';
import { type AtlassianAccess, fetchRenewedCredentials } from './atlassian.ts';
import type { JiraCredentials, JiraOauthCredentials } from './jira-credentials.ts';

/** How the library is told who asks. */
export type Authorization = { readonly username: string; readonly password: string } | { readonly bearer: string };

/** Credentials in use. */
export interface JiraSession {
  /** What the next request is sent with; a token that is about to end is renewed first. @throws TrackerError */
  authorize(): Promise<Authorization>;
  /** Jira has refused this one: whether there is another by now. @throws TrackerError */
  renew(refused: Authorization): Promise<boolean>;
}

/** An access token is not used in its last minute. */
const renewBeforeMs = 60_000;
/** Refused when it is as young as that, it is not too old but not good for what was asked. */
const youngMs = 60_000;

/**
 * Renewed credentials are stored before they are used, and renewed by one request however many ask for it at once: the token they
 * come from is good for a single use.
 */
export function openSession(
  credentials: JiraCredentials,
  atlassian: AtlassianAccess,
  store: (renewed: JiraCredentials) => Promise<void>,
): JiraSession {
  if (credentials.kind !== 'oauth') {
    const fixed = authorizationOf(credentials);
    return { authorize: async () => fixed, renew: async () => false };
  }
  let current: JiraOauthCredentials = credentials;
  let renewing: Promise<void> | null = null;
  let renewedAt = Number.NEGATIVE_INFINITY;

  async function renewAndStore(): Promise<void> {
    const renewed = await fetchRenewedCredentials(atlassian, current);
    await store(renewed);
    current = renewed;
    renewedAt = atlassian.now();
  }

  function renewOnce(): Promise<void> {
    renewing ??= renewAndStore().finally(() => {
      renewing = null;
    });
    return renewing;
  }

  return {
    async authorize() {
      if (renewing || current.accessToken === null || current.expiresAt - renewBeforeMs <= atlassian.now()) await renewOnce();
      return authorizationOf(current);
    },
    async renew(refused) {
      if (!('bearer' in refused) || refused.bearer !== current.accessToken) return true;
      if (atlassian.now() - renewedAt < youngMs) return false;
      await renewOnce();
      return true;
    },
  };
}

function authorizationOf(credentials: JiraCredentials): Authorization {
  if (credentials.kind === 'basic') return { username: credentials.email, password: credentials.apiToken };
  if (credentials.kind === 'personal') return { bearer: credentials.personalAccessToken };
  if (credentials.accessToken === null) throw new TrackerError('unauthorized', 'there is no access token');
  return { bearer: credentials.accessToken };
}
