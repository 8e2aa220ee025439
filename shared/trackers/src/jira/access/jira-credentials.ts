import { z } from 'zod';

const basic = z.object({
  kind: z.literal('basic'),
  /** A server takes a user name and a password here too. */
  email: z.string().min(1),
  apiToken: z.string().min(1),
});

const personal = z.object({ kind: z.literal('personal'), personalAccessToken: z.string().min(1) });

const oauth = z.object({
  kind: z.literal('oauth'),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Valid once: each use brings another one. */
  refreshToken: z.string().min(1),
  accessToken: z.string().min(1).nullable(),
  /** Of the access token, epoch milliseconds. */
  expiresAt: z.number(),
  /** Which of the sites that the grant opens; null: not asked for yet. */
  cloudId: z.string().min(1).nullable(),
  /** Where Atlassian is; its own public addresses where absent. */
  atlassian: z.object({ auth: z.string(), api: z.string() }).optional(),
});
export type JiraOauthCredentials = z.infer<typeof oauth>;

/** What is sealed in a connection to Jira. */
export const jiraCredentials = z.discriminatedUnion('kind', [basic, personal, oauth]);
export type JiraCredentials = z.infer<typeof jiraCredentials>;

export const writeJiraCredentials = (credentials: JiraCredentials): string => JSON.stringify(credentials);
export const readJiraCredentials = (opened: string): JiraCredentials => jiraCredentials.parse(JSON.parse(opened));
