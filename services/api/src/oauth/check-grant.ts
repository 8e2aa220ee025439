import {
  type AtlassianSite,
  checkJiraCredentials,
  checkLinearCredentials,
  fetchAtlassianSites,
  type JiraCredentials,
  type OauthApp,
  type OauthTokens,
  writeJiraCredentials,
  writeLinearCredentials,
} from '@speedtax/trackers';
import type { CheckedConnection } from '../connections/check-credentials.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { OauthAccess } from './oauth-access.ts';

const timeoutMs = 20_000;

export interface Grant {
  readonly app: OauthApp;
  readonly tokens: OauthTokens;
  readonly fetch: OauthAccess['fetch'];
  readonly now: () => number;
}

/** @throws HttpProblem with Linear's reason where it does not let us read after all */
export async function checkLinearGrant({ app, tokens, fetch }: Grant): Promise<CheckedConnection> {
  const baseUrl = `${app.apiUrl}/graphql`;
  const { clientId, clientSecret, authUrl } = app;
  const answer = await checkLinearCredentials({
    accessToken: tokens.accessToken,
    apiUrl: baseUrl,
    fetch,
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!answer.ok) throw refused(answer.reason);
  return { ...answer, baseUrl, deployment: null, credentials: writeLinearCredentials({ clientId, clientSecret, authUrl, ...tokens }) };
}

/** The sites that a grant opens. @throws TrackerError */
export function listSites({ app, tokens, fetch, now }: Grant): Promise<AtlassianSite[]> {
  const addresses = { auth: app.authUrl, api: app.apiUrl };
  return fetchAtlassianSites({ addresses, fetch, now, signal: AbortSignal.timeout(timeoutMs) }, tokens.accessToken);
}

/** @throws HttpProblem with Jira's reason where it does not let us read after all */
export async function checkJiraGrant({ app, tokens, fetch, now }: Grant, site: AtlassianSite): Promise<CheckedConnection> {
  const credentials: JiraCredentials = {
    kind: 'oauth',
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    ...tokens,
    cloudId: site.id,
    atlassian: { auth: app.authUrl, api: app.apiUrl },
  };
  const baseUrl = site.url.replace(/\/+$/, '');
  const answer = await checkJiraCredentials({ baseUrl, credentials, fetch, now, signal: AbortSignal.timeout(timeoutMs) });
  if (!answer.ok) throw refused(answer.reason);
  return { ...answer, workspaceName: site.name, baseUrl, credentials: writeJiraCredentials(answer.credentials) };
}

export function refused(reason: string): HttpProblem {
  return new HttpProblem(422, 'credentials_refused', 'The tracker cannot be connected', { detail: reason });
}
