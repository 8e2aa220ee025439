import type { NewJiraConnection } from '@speedtax/contract';
import type { JiraCredentials } from '@speedtax/trackers';

/** The one kind of credentials that a new connection names. */
export function jiraCredentialsOf({ email, apiToken, personalAccessToken, oauth }: NewJiraConnection): JiraCredentials {
  if (oauth) return { kind: 'oauth', ...oauth, cloudId: oauth.cloudId ?? null, accessToken: null, expiresAt: 0 };
  if (personalAccessToken !== undefined) return { kind: 'personal', personalAccessToken };
  if (email !== undefined && apiToken !== undefined) return { kind: 'basic', email, apiToken };
  throw new Error('A new connection to Jira: expected one kind of credentials');
}
