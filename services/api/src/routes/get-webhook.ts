import { endpoints } from '@speedtax/contract';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';
import { readWebhook } from '../webhooks/read-webhook.ts';

export const getWebhook = route(endpoints.getWebhook, async ({ params: { id }, principal, request }, context) => {
  const found = await readWebhook(context, { organizationId: principal.organizationId, connectionId: id }, request);
  if (!found) throw notFound('connection');
  return found.webhook;
});
