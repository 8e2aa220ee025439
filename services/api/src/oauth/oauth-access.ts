import { checkTrackerUrl, type Environment, type GuardedFetch, type TrackerAccess } from '@speedtax/runtime';
import { type OauthApp, type OauthProvider, publicAddresses } from '@speedtax/trackers';

/** The apps that trackers know us as, and the only way out to them. */
export interface OauthAccess {
  readonly apps: Readonly<Partial<Record<OauthProvider, OauthApp>>>;
  readonly fetch: GuardedFetch['fetch'];
}

type Settings = Pick<
  Environment,
  | 'linearClientId'
  | 'linearClientSecret'
  | 'linearAuthorizeUrl'
  | 'linearApiUrl'
  | 'jiraClientId'
  | 'jiraClientSecret'
  | 'atlassianAuthUrl'
  | 'atlassianApiUrl'
>;

/** @throws TrackerAccessError where an address leads where trackers must not be */
export function mapOauthAccess(environment: Settings, access: TrackerAccess, fetch: GuardedFetch['fetch']): OauthAccess {
  const { linearClientId, linearClientSecret, linearAuthorizeUrl, linearApiUrl } = environment;
  const { jiraClientId, jiraClientSecret, atlassianAuthUrl, atlassianApiUrl } = environment;
  for (const url of [linearApiUrl, atlassianAuthUrl, atlassianApiUrl]) if (url !== undefined) checkTrackerUrl(url, access);
  const linear = linearClientId !== undefined &&
    linearClientSecret !== undefined && {
      ...publicAddresses.linear,
      clientId: linearClientId,
      clientSecret: linearClientSecret,
      ...(linearAuthorizeUrl !== undefined && { authorizeUrl: linearAuthorizeUrl }),
      ...(linearApiUrl !== undefined && { authUrl: withoutSlash(linearApiUrl), apiUrl: withoutSlash(linearApiUrl) }),
    };
  const jira = jiraClientId !== undefined &&
    jiraClientSecret !== undefined && {
      ...publicAddresses.jira,
      clientId: jiraClientId,
      clientSecret: jiraClientSecret,
      ...(atlassianAuthUrl !== undefined && {
        authorizeUrl: `${withoutSlash(atlassianAuthUrl)}/authorize`,
        authUrl: withoutSlash(atlassianAuthUrl),
      }),
      ...(atlassianApiUrl !== undefined && { apiUrl: withoutSlash(atlassianApiUrl) }),
    };
  return { apps: { ...(linear && { linear }), ...(jira && { jira }) }, fetch };
}

const withoutSlash = (url: string) => url.replace(/\/+$/, '');
