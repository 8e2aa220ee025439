import { z } from 'zod';
import { coverage, id, instant } from './common.ts';

const name = z.string().trim().min(1).max(200);
const startsPaused = z.boolean().default(false).describe('nothing is read before it is resumed');
const secret = z.string().trim().min(1).max(5000);

export const newLinearConnection = z.object({
  provider: z.literal('linear'),
  name,
  apiKey: secret,
  startsPaused,
  baseUrl: z.url().max(2000).optional().describe("the GraphQL endpoint; Linear's public one by default"),
});
export type NewLinearConnection = z.infer<typeof newLinearConnection>;

const oauthGrant = z.object({
  clientId: secret,
  clientSecret: secret,
  refreshToken: secret.describe('of a grant with offline_access; each use renews it'),
  cloudId: z.string().trim().min(1).max(200).optional().describe('which of the sites the grant opens; the one at baseUrl by default'),
});

export const newJiraConnection = z
  .object({
    provider: z.literal('jira'),
    name,
    startsPaused,
    baseUrl: z.url().max(2000).describe("the site's root, with its context path where it has one"),
    email: z.string().trim().min(1).max(500).optional().describe('with apiToken: Jira Cloud'),
    apiToken: secret.optional(),
    personalAccessToken: secret.optional().describe('Jira Data Center and Server'),
    oauth: oauthGrant.optional().describe('Jira Cloud, an OAuth 2.0 (3LO) app of your own'),
  })
  .superRefine(({ email, apiToken, personalAccessToken, oauth }, context) => {
    const miss = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (email !== undefined && apiToken === undefined) miss('apiToken', 'an e-mail address needs its API token');
    if (apiToken !== undefined && email === undefined) miss('email', 'an API token needs the e-mail address of its account');
    const given = [apiToken ?? email, personalAccessToken, oauth].filter((one) => one !== undefined).length;
    if (given === 0) miss('apiToken', 'give email and apiToken (Cloud), personalAccessToken (Data Center) or oauth');
    if (given > 1) miss('personalAccessToken', 'give one kind of credentials');
  });
export type NewJiraConnection = z.infer<typeof newJiraConnection>;

export const newConnection = z.discriminatedUnion('provider', [newLinearConnection, newJiraConnection]);
export type NewConnection = z.infer<typeof newConnection>;
/** As it is asked for: what has a default may be left out. */
export type ConnectionWish = z.input<typeof newConnection>;

export const connectionStatus = z.enum(['pending', 'syncing', 'ready', 'failing', 'unauthorized']);
export const connection = z.object({
  id,
  provider: z.enum(['linear', 'jira']),
  name: z.string(),
  baseUrl: z.string(),
  workspaceName: z.string().nullable(),
  deployment: z.enum(['cloud', 'server']).nullable().describe('Jira: whether Atlassian runs it'),
  status: connectionStatus,
  statusReason: z.string().nullable(),
  isPaused: z.boolean(),
  isDisconnected: z.boolean().describe('its credentials are gone; what was read through it stays'),
  lastSyncedAt: instant.nullable(),
  latestSyncId: id.nullable(),
  coverage: coverage.nullable(),
  createdAt: instant,
});
export type Connection = z.infer<typeof connection>;

export const syncStarted = z.object({ syncId: id });
export const syncState = z.enum(['queued', 'running', 'analyzing', 'done', 'failed']);
export const syncProblem = z.object({ kind: z.string(), subject: z.string(), detail: z.string(), at: instant });
export const sync = z.object({
  id,
  connectionId: id,
  kind: z.enum(['backfill', 'incremental', 'reconcile', 'remap', 'targeted']).describe('targeted: only what the tracker said had changed'),
  state: syncState,
  phase: z.string().nullable(),
  done: z.int(),
  total: z.int().nullable(),
  requests: z.int(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  error: z.string().nullable(),
  problems: z.array(syncProblem),
  problemCount: z.int(),
});
export type Sync = z.infer<typeof sync>;

/** One server-sent event: `event: sync`, `data:` this. */
export const syncEvent = sync.omit({ problems: true }).extend({ connectionStatus, lastSyncedAt: instant.nullable() });
export type SyncEvent = z.infer<typeof syncEvent>;
