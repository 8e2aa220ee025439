import { z } from 'zod';
import { jiraId } from '../jira/payloads/scalars.ts';
import { type Changed, type Delivery, nothingChanged, type RawDelivery } from './changed.ts';
import { parseBody } from './parse-body.ts';
import { headerOf, isSameText, isSignedWith, nameBody } from './signature.ts';

/** What a webhook made by an app is told; an administrator's is told of links too. */
export const jiraAppEvents = ['jira:issue_created', 'jira:issue_updated', 'jira:issue_deleted'] as const;
export const jiraAdminEvents = [
  ...jiraAppEvents,
  'issuelink_created',
  'issuelink_deleted',
  'sprint_started',
  'sprint_closed',
  'sprint_deleted',
] as const;

const body = z.object({
  webhookEvent: z.string(),
  timestamp: z.coerce.number().nullish().catch(null),
  issue: z.object({ id: jiraId }).nullish().catch(null),
  issueLink: z.object({ sourceIssueId: jiraId, destinationIssueId: jiraId }).nullish().catch(null),
});

/** How a Jira shows that it is the sender: each way only where the one before it is not used. */
export interface JiraProof {
  /** What the webhook was made with: signs the body, or stands in the address where the site cannot sign. */
  readonly secret: string;
  /** From the address. */
  readonly token: string | null;
  /** Whether the header of an app's webhook, which is signed with the app's secret, is genuine. */
  readonly isAppToken: (jwt: string) => Promise<boolean>;
}

/** A delivery of Jira; null: it does not show that Jira sent it, or nobody can read it. */
export async function readJiraDelivery({ headers, body: raw }: RawDelivery, proof: JiraProof): Promise<Delivery | null> {
  if (!(await isGenuine(headers, raw, proof))) return null;
  const changed = readJiraBody(raw);
  return changed && { id: headerOf(headers, 'x-atlassian-webhook-identifier') ?? nameBody(raw), ...changed };
}

async function isGenuine(headers: RawDelivery['headers'], raw: Buffer, { secret, token, isAppToken }: JiraProof): Promise<boolean> {
  const signature = headerOf(headers, 'x-hub-signature');
  if (signature !== null) return signature.startsWith('sha256=') && isSignedWith(secret, raw, signature.slice('sha256='.length));
  const jwt = /^Bearer +(\S+)$/i.exec(headerOf(headers, 'authorization') ?? '')?.[1];
  if (jwt !== undefined) return isAppToken(jwt);
  return token !== null && isSameText(secret, token);
}

export function readJiraBody(raw: Buffer): Omit<Delivery, 'id'> | null {
  const read = body.safeParse(parseBody(raw));
  return read.success ? { sentAt: read.data.timestamp ?? null, changed: changedBy(read.data) } : null;
}

function changedBy({ webhookEvent, issue, issueLink }: z.infer<typeof body>): Changed {
  if (issueLink) {
    const ends = [...new Set([issueLink.sourceIssueId, issueLink.destinationIssueId])];
    return { issues: ends.map((id) => ({ id, isDeleted: false })), more: false };
  }
  if (webhookEvent.startsWith('jira:issue_') && issue)
    return { issues: [{ id: issue.id, isDeleted: webhookEvent === 'jira:issue_deleted' }], more: false };
  return /^(sprint|project|user)_/.test(webhookEvent) ? { issues: [], more: true } : nothingChanged;
}
