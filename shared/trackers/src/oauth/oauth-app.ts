/** Us, as a tracker knows us: it lets people allow us in on a page of its own. */
export interface OauthApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The page. */
  readonly authorizeUrl: string;
  /** Linear: its API, with `/oauth/token` and `/graphql`. Jira: where tokens come from, with `/oauth/token`. */
  readonly authUrl: string;
  /** Jira: through which sites are reached. */
  readonly apiUrl: string;
}

export type OauthProvider = 'linear' | 'jira';

export const publicAddresses: Readonly<Record<OauthProvider, Pick<OauthApp, 'authorizeUrl' | 'authUrl' | 'apiUrl'>>> = {
  linear: { authorizeUrl: 'https://linear.app/oauth/authorize', authUrl: 'https://api.linear.app', apiUrl: 'https://api.linear.app' },
  jira: {
    authorizeUrl: 'https://auth.atlassian.com/authorize',
    authUrl: 'https://auth.atlassian.com',
    apiUrl: 'https://api.atlassian.com',
  },
};

/** To read is enough; Jira lets an app make webhooks only where it was allowed to. */
const scopes: Readonly<Record<OauthProvider, string>> = {
  linear: 'read',
  jira: 'read:jira-work read:jira-user manage:jira-webhook offline_access',
};

/** Where somebody is sent. `challenge`: of the secret with which we come back for tokens. */
export function authorizeAddress(
  provider: OauthProvider,
  { clientId, authorizeUrl }: OauthApp,
  { state, challenge, redirectUri }: { state: string; challenge: string; redirectUri: string },
): string {
  const address = new URL(authorizeUrl);
  const asked = {
    ...(provider === 'jira' && { audience: 'api.atlassian.com' }),
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: scopes[provider],
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    prompt: 'consent',
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return address.href;
}
