import { endpoints } from '@speedtax/contract';
import { recordAudit } from '@speedtax/storage/accounts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';
import { readWebhook } from '../webhooks/read-webhook.ts';
import { storeWebhookSecret } from '../webhooks/webhook-secret.ts';

export const putWebhookSecret = route(endpoints.putWebhookSecret, async ({ params: { id }, body, principal, request }, context) => {
  const place = { organizationId: principal.organizationId, connectionId: id };
  const found = await readWebhook(context, place, request);
  if (!found) throw notFound('connection');
  await context.database.inOrganization(place.organizationId, async (trx) => {
    await storeWebhookSecret(trx, context, place, body.secret);
    await recordAudit(trx, {
      organizationId: place.organizationId,
      actor: principal.actor,
      action: 'connection.webhook_secret_changed',
      subject: { kind: 'connection', id, name: found.connectionName },
      at: new Date(context.now()),
    });
  });
  return (await readWebhook(context, place, request))?.webhook ?? found.webhook;
});
