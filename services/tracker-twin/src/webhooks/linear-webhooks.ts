import { randomUUID } from 'node:crypto';
import type { Company, Entity } from '../company/company.ts';
import type { Issue } from '../company/issue.ts';
import { Deliveries, newDeliveryId, signHex } from './deliveries.ts';

export interface LinearWebhook {
  readonly id: string;
  readonly url: string;
  readonly label: string | null;
  readonly secret: string;
  readonly resourceTypes: readonly string[];
  readonly allPublicTeams: boolean;
  readonly enabled: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What Linear tells of changes, and whom. Links, teams and states have no event of their own. */
export class LinearWebhooks {
  readonly deliveries = new Deliveries();
  readonly #made = new Map<string, LinearWebhook>();
  readonly #stops: (() => void)[];
  readonly #company: Company;
  readonly #now: () => number;

  constructor(company: Company, now: () => number) {
    this.#company = company;
    this.#now = now;
    this.#stops = [
      company.issues.watch((issue) => this.#tell('Issue', presentIssue(issue), actionOf(issue, company))),
      company.projects.watch((project) => this.#tell('Project', { id: project.id, name: project.name }, 'update')),
      company.initiatives.watch((initiative) => this.#tell('Initiative', { id: initiative.id, name: initiative.name }, 'update')),
    ];
  }

  get all(): readonly LinearWebhook[] {
    return [...this.#made.values()];
  }

  create(asked: Pick<LinearWebhook, 'url' | 'resourceTypes'> & Partial<LinearWebhook>): LinearWebhook {
    const at = this.#now();
    const { secret = `lin_wh_${randomUUID().replaceAll('-', '')}`, label = null, allPublicTeams = false, enabled = true } = asked;
    const { url, resourceTypes } = asked;
    const made = { id: randomUUID(), url, label, secret, resourceTypes, allPublicTeams, enabled, createdAt: at, updatedAt: at };
    this.#made.set(made.id, made);
    return made;
  }

  delete(id: string): boolean {
    return this.#made.delete(id);
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  #tell(type: string, data: object, action: string): void {
    for (const { id, url, secret, resourceTypes, enabled } of this.#made.values()) {
      if (!enabled || !resourceTypes.includes(type)) continue;
      const now = this.#now();
      const body = JSON.stringify({
        action,
        type,
        data,
        createdAt: new Date(now).toISOString(),
        organizationId: this.#company.organization.id,
        webhookTimestamp: now,
        webhookId: id,
      });
      this.deliveries.send(
        url,
        { 'Linear-Delivery': newDeliveryId(), 'Linear-Event': type, 'Linear-Signature': signHex(secret, body) },
        body,
      );
    }
  }
}

function actionOf(issue: Issue & Entity, company: Company): string {
  if (issue.trashed || company.issues.get(issue.id) === undefined) return 'remove';
  return issue.createdAt === issue.updatedAt && issue.history.length === 0 ? 'create' : 'update';
}

function presentIssue({ id, identifier, title, number, createdAt, updatedAt, state, team }: Issue) {
  return {
    id,
    identifier,
    title,
    number,
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    stateId: state.id,
    teamId: team.id,
  };
}
