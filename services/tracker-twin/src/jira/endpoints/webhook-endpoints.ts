import { JiraRefusal, refuse } from '../server/jira-errors.ts';
import type { JiraAnswer, JiraRequest } from '../server/jira-request.ts';
import { type Endpoint, type EndpointContext, ok } from './endpoint.ts';

const ONLY_APPS = 'Only Connect and OAuth 2.0 apps can use this operation.';
const APP_EVENTS: ReadonlySet<string> = new Set(['jira:issue_created', 'jira:issue_updated', 'jira:issue_deleted']);
/** What a filter of an app's webhook may say. */
const FILTER = /^\s*(issueKey|project|issuetype|status|assignee|reporter)\s*(=|!=|in|not in)\s*/i;

/** Webhooks of apps: refusals of single ones come with status 200. */
export const webhookEndpoints: readonly Endpoint[] = [
  { route: 'POST webhook', of: 'cloud', answer: registerForApp },
  {
    route: 'PUT webhook/refresh',
    of: 'cloud',
    answer({ webhooks }, request) {
      if (!request.isGateway) return refuse(403, ONLY_APPS);
      const ids = (bodyOf(request).webhookIds ?? []) as number[];
      const expiresAt = webhooks.refresh(ids);
      return expiresAt === null ? refuse(400, 'No webhooks were found.') : ok({ expirationDate: expiresAt });
    },
  },
];

function registerForApp({ webhooks }: EndpointContext, request: JiraRequest): JiraAnswer {
  if (!request.isGateway) return refuse(403, ONLY_APPS);
  const { url, webhooks: asked } = bodyOf(request) as { url?: string; webhooks?: { events: string[]; jqlFilter?: string }[] };
  if (!url || !asked) throw new JiraRefusal(400, 'url and webhooks are required');
  return ok({
    webhookRegistrationResult: asked.map(({ events, jqlFilter = '' }) => {
      const unknown = events.filter((event) => !APP_EVENTS.has(event));
      if (unknown.length > 0) return { errors: [`The events ${unknown.join(', ')} are unsupported`] };
      if (!FILTER.test(jqlFilter)) return { errors: [`The clause ${jqlFilter.split(' ')[0]} is unsupported`] };
      return { createdWebhookId: webhooks.create({ url, events, isApp: true, secret: null }).id };
    }),
  });
}

/** Webhooks of administrators, beside the API. */
export function registerForAdministrator({ webhooks, site }: EndpointContext, request: JiraRequest): JiraAnswer {
  const { url, events, secret } = bodyOf(request) as { url?: string; events?: string[]; secret?: string };
  if (!url || !events) return refuse(400, 'url and events are required');
  const made = webhooks.create({ url, events, isApp: false, secret: site.settings.signsNoWebhooks ? null : (secret ?? null) });
  return {
    status: 201,
    body: { self: `${site.baseUrl}/rest/webhooks/1.0/webhook/${made.id}`, name: 'webhook', url, events, enabled: true },
  };
}

function bodyOf({ body }: JiraRequest): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}
