import { z } from 'zod';
import { connectJira } from '../jira/access/connect-jira.ts';
import { readJiraCredentials, writeJiraCredentials } from '../jira/access/jira-credentials.ts';
import type { JiraClient } from '../jira/transport/jira-client.ts';
import { openLinearClient } from '../linear/linear-client.ts';
import { readLinearCredentials, writeLinearCredentials } from '../linear/linear-credentials.ts';
import { openLinearSession } from '../linear/linear-session.ts';
import type { TrackerAccess } from '../open-tracker.ts';
import { TrackerError } from '../tracker-error.ts';
import { jiraAdminEvents, jiraAppEvents } from './jira-webhook.ts';
import { linearResourceTypes } from './linear-webhook.ts';

/** `expiresAt`: epoch milliseconds; null: it stays. */
export interface RegisteredWebhook {
  readonly externalId: string;
  readonly expiresAt: number | null;
}

export interface WebhookWish {
  /** Where it is to send to. */
  readonly url: string;
  /** What it is to sign with. */
  readonly secret: string;
  /** The tracker's id of the one there is, where it is about to end. */
  readonly externalId: string | null;
}

type Access = Pick<TrackerAccess, 'provider' | 'baseUrl' | 'credentials' | 'fetch' | 'signal' | 'now' | 'storeCredentials' | 'deployment'>;

/**
 * Has the tracker tell of changes, or go on to: the only thing that is ever written to a tracker.
 * @throws TrackerError where the credentials do not allow it, with the tracker's reason
 */
export async function registerWebhook(access: Access, wish: WebhookWish): Promise<RegisteredWebhook> {
  return access.provider === 'linear' ? registerAtLinear(access, wish) : registerAtJira(access, wish);
}

const createDocument = /* GraphQL */ `
  mutation CreateWebhook($url: String!, $secret: String!, $resourceTypes: [String!]!) {
    webhookCreate(input: { url: $url, secret: $secret, resourceTypes: $resourceTypes, allPublicTeams: true, label: "Speedtax" }) {
      success
      webhook { id enabled }
    }
  }
`;
const createAnswer = z.object({ webhookCreate: z.object({ success: z.literal(true), webhook: z.object({ id: z.string().min(1) }) }) });

async function registerAtLinear(access: Access, wish: WebhookWish): Promise<RegisteredWebhook> {
  const { baseUrl, credentials, fetch, signal, now } = access;
  const authorize = openLinearSession(readLinearCredentials(credentials), {
    fetch,
    signal,
    now,
    storeCredentials: (renewed) => access.storeCredentials(writeLinearCredentials(renewed)),
  });
  const client = openLinearClient({ authorize, apiUrl: baseUrl, fetch, signal, now });
  const variables = { url: wish.url, secret: wish.secret, resourceTypes: linearResourceTypes };
  const answer = createAnswer.safeParse(await client.ask(createDocument, variables));
  if (!answer.success) throw new TrackerError('refused', 'Linear did not make the webhook');
  return { externalId: answer.data.webhookCreate.webhook.id, expiresAt: null };
}

async function registerAtJira(access: Access, wish: WebhookWish): Promise<RegisteredWebhook> {
  const { baseUrl, fetch, signal, now } = access;
  const credentials = readJiraCredentials(access.credentials);
  const { client } = connectJira({
    baseUrl,
    credentials,
    fetch,
    signal,
    now,
    storeCredentials: (renewed) => access.storeCredentials(writeJiraCredentials(renewed)),
  });
  if (credentials.kind !== 'oauth') return registerForAdministrator(client, wish, access.deployment);
  return wish.externalId === null ? registerForApp(client, wish, now()) : refreshForApp(client, wish.externalId);
}

const registered = z.object({
  webhookRegistrationResult: z
    .array(z.object({ createdWebhookId: z.number().optional(), errors: z.array(z.string()).optional() }))
    .length(1),
});
const lifeMs = 30 * 86_400_000;

/** Ends after thirty days. What is refused of it comes with a status that says nothing. */
async function registerForApp(client: JiraClient, { url }: WebhookWish, now: number): Promise<RegisteredWebhook> {
  const cloud = client.speaking('3');
  const jqlFilter = `project in (${(await listProjectKeys(cloud)).join(', ')})`;
  const answer = registered.parse(await cloud.post('/webhook', { url, webhooks: [{ events: jiraAppEvents, jqlFilter }] }));
  const [{ createdWebhookId, errors } = {}] = answer.webhookRegistrationResult;
  if (createdWebhookId === undefined) throw new TrackerError('refused', errors?.join(' ') ?? 'Jira did not make the webhook');
  return { externalId: String(createdWebhookId), expiresAt: now + lifeMs };
}

const refreshed = z.object({ expirationDate: z.union([z.number(), z.string().transform((text) => Date.parse(text))]) });

async function refreshForApp(client: JiraClient, externalId: string): Promise<RegisteredWebhook> {
  const answer = refreshed.parse(await client.speaking('3').put('/webhook/refresh', { webhookIds: [Number(externalId)] }));
  return { externalId, expiresAt: answer.expirationDate };
}

const projects = z.object({ values: z.array(z.object({ key: z.string().regex(/^[A-Z][A-Z0-9_]*$/i) })), isLast: z.boolean().optional() });
const mostPages = 20;
const pageSize = 50;

/** An app may not ask for everything: it names each project. */
async function listProjectKeys(client: JiraClient): Promise<string[]> {
  const keys: string[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const { values, isLast } = projects.parse(await client.get('/project/search', { startAt: keys.length, maxResults: pageSize }));
    keys.push(...values.map(({ key }) => key));
    if (isLast !== false || values.length === 0) break;
  }
  if (keys.length === 0) throw new TrackerError('refused', 'There is no project that these credentials see.');
  return keys;
}

const made = z.object({ self: z.string() });

/** Only an administrator may; a server that cannot sign sends the secret back in the address. */
async function registerForAdministrator(
  client: JiraClient,
  { url, secret }: WebhookWish,
  deployment: 'cloud' | 'server' | null,
): Promise<RegisteredWebhook> {
  const body = {
    name: 'Speedtax',
    url: deployment === 'server' ? `${url}?token=${secret}` : url,
    events: jiraAdminEvents,
    secret,
    excludeBody: false,
  };
  const { self } = made.parse(await client.post('/webhook', body, '/rest/webhooks/1.0'));
  return { externalId: self.split('/').at(-1) ?? self, expiresAt: null };
}
