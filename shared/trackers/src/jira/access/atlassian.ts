import { z } from 'zod';
import { TrackerError } from '../../tracker-error.ts';
import type { TrackerFetch } from '../../tracker-fetch.ts';
import { makeJiraRequest } from '../transport/jira-request.ts';
import { readReply } from '../transport/read-reply.ts';
import type { JiraOauthCredentials } from './jira-credentials.ts';

/** Where Atlassian lets apps in, for all sites of Jira Cloud. */
export interface AtlassianAddresses {
  /** Gives and renews access tokens. */
  readonly auth: string;
  /** Through which a site is reached with them. */
  readonly api: string;
}

export const atlassianAddresses: AtlassianAddresses = { auth: 'https://auth.atlassian.com', api: 'https://api.atlassian.com' };

export interface AtlassianAccess {
  readonly addresses: AtlassianAddresses;
  readonly fetch: TrackerFetch;
  readonly signal?: AbortSignal | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const tokenAnswer = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1).optional(), expires_in: z.number() });

/** Exchanges the refresh token for a new pair: from then on the old one is worth nothing. @throws TrackerError */
export async function fetchRenewedCredentials(
  { addresses, fetch, signal, now }: AtlassianAccess,
  credentials: JiraOauthCredentials,
): Promise<JiraOauthCredentials> {
  const { clientId, clientSecret, refreshToken } = credentials;
  const reply = await makeJiraRequest(
    fetch,
    signal,
  )({
    method: 'POST',
    uri: `${addresses.auth}/oauth/token`,
    body: { grant_type: 'refresh_token', client_id: clientId, client_secret: clientSecret, refresh_token: refreshToken },
  });
  // `invalid_grant` comes with 403 or 400: people have to let the app in again.
  if ('status' in reply && reply.status === 400) throw explainRefusal(() => readReply(reply, now()));
  const answer = tokenAnswer.safeParse(readReply(reply, now()));
  if (!answer.success) throw new TrackerError('transient', `Atlassian's answer holds no access token: ${z.prettifyError(answer.error)}`);
  const { access_token: accessToken, refresh_token: renewed = refreshToken, expires_in: seconds } = answer.data;
  return { ...credentials, accessToken, refreshToken: renewed, expiresAt: now() + seconds * 1000 };
}

function explainRefusal(read: () => unknown): TrackerError {
  try {
    read();
  } catch (error) {
    if (error instanceof TrackerError) return new TrackerError('unauthorized', error.message, { status: error.status });
    throw error;
  }
  return new TrackerError('unauthorized', 'Atlassian does not renew this access');
}

const resources = z.array(z.object({ id: z.string().min(1), url: z.string(), name: z.string() }));
export type AtlassianSite = z.infer<typeof resources>[number];

/** The sites that an access token opens. @throws TrackerError */
export async function fetchAtlassianSites(
  { addresses, fetch, signal, now }: AtlassianAccess,
  accessToken: string,
): Promise<AtlassianSite[]> {
  const request = makeJiraRequest(fetch, signal);
  const uri = `${addresses.api}/oauth/token/accessible-resources`;
  const reply = await request({ method: 'GET', uri, auth: { user: '', pass: '', bearer: accessToken } });
  const answer = resources.safeParse(readReply(reply, now()));
  if (!answer.success) throw new TrackerError('transient', `Atlassian's list of sites: ${z.prettifyError(answer.error)}`);
  return answer.data;
}
