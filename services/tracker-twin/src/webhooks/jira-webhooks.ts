import { createHmac } from 'node:crypto';
import type { Issue, IssueRelation } from '../company/issue.ts';
import type { JiraSite } from '../jira/site/jira-site.ts';
import { Deliveries, newDeliveryId, signHex } from './deliveries.ts';

const LIFE_MS = 30 * 86_400_000;
const FIRST_ID = 1000;
const JWT_SECONDS = 180;

interface JiraWebhook {
  readonly id: number;
  readonly url: string;
  readonly events: readonly string[];
  /** An app's: signed with the app's secret, ends by itself, knows nothing of links. */
  readonly isApp: boolean;
  readonly secret: string | null;
  expiresAt: number | null;
}

/** What Jira tells of changes, and whom: webhooks of administrators, and of apps that were let in. */
export class JiraWebhooks {
  readonly deliveries = new Deliveries();
  readonly #made = new Map<number, JiraWebhook>();
  readonly #stops: (() => void)[];
  readonly #site: JiraSite;
  readonly #links: Set<IssueRelation>;

  constructor(site: JiraSite) {
    this.#site = site;
    const { issues, relations } = site.company;
    this.#links = new Set(relations.all);
    this.#stops = [issues.watch((issue) => this.#tellIssue(issue)), relations.watch((relation) => this.#tellLink(relation))];
  }

  get all(): readonly JiraWebhook[] {
    return [...this.#made.values()];
  }

  create(asked: Pick<JiraWebhook, 'url' | 'events' | 'isApp' | 'secret'>): JiraWebhook {
    const expiresAt = asked.isApp ? this.#site.settings.now() + LIFE_MS : null;
    const made: JiraWebhook = { ...asked, id: FIRST_ID + this.#made.size, expiresAt };
    this.#made.set(made.id, made);
    return made;
  }

  /** Gives those of these that there are another thirty days; null: there is none of them. */
  refresh(ids: readonly number[]): number | null {
    const found = ids.map((id) => this.#made.get(id)).filter((one) => one !== undefined);
    const expiresAt = this.#site.settings.now() + LIFE_MS;
    for (const one of found) one.expiresAt = expiresAt;
    return found.length > 0 ? expiresAt : null;
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  #tellIssue(issue: Issue): void {
    const isGone = this.#site.company.issues.get(issue.id) === undefined || issue.trashed === true;
    const isNew = issue.createdAt === issue.updatedAt && issue.history.length === 0;
    const event = isGone ? 'jira:issue_deleted' : isNew ? 'jira:issue_created' : 'jira:issue_updated';
    this.#tell(event, { issue: { id: String(this.#site.numbers.of('issue', issue)), key: issue.identifier, fields: {} } });
  }

  #tellLink(relation: IssueRelation): void {
    const isThere = this.#site.company.relations.get(relation.id) !== undefined;
    const isNew = isThere && !this.#links.has(relation);
    if (isThere) this.#links.add(relation);
    else this.#links.delete(relation);
    const { numbers } = this.#site;
    const ends = {
      sourceIssueId: numbers.of('issue', relation.issue),
      destinationIssueId: numbers.of('issue', relation.relatedIssue),
    };
    if (isNew || !isThere)
      this.#tell(isThere ? 'issuelink_created' : 'issuelink_deleted', { issueLink: { id: numbers.of('link', relation), ...ends } });
  }

  #tell(event: string, about: object): void {
    const now = this.#site.settings.now();
    for (const webhook of this.#made.values()) {
      if (!webhook.events.includes(event) || (webhook.expiresAt !== null && webhook.expiresAt <= now)) continue;
      const body = JSON.stringify({ timestamp: now, webhookEvent: event, ...about });
      this.deliveries.send(webhook.url, { 'X-Atlassian-Webhook-Identifier': newDeliveryId(), ...this.#sign(webhook, body, now) }, body);
    }
  }

  #sign({ isApp, secret }: JiraWebhook, body: string, now: number): Record<string, string> {
    const app = this.#site.settings.credentials.oauth;
    if (isApp && app) return { Authorization: `Bearer ${makeJwt(app.clientId, app.clientSecret, now)}` };
    return secret === null ? {} : { 'X-Hub-Signature': `sha256=${signHex(secret, body)}` };
  }
}

function makeJwt(issuer: string, secret: string, now: number): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const seconds = Math.floor(now / 1000);
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ iss: issuer, iat: seconds, exp: seconds + JWT_SECONDS })}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}
