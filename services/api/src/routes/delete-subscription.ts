import { endpoints } from '@speedtax/contract';
import { recordAudit } from '@speedtax/storage/accounts';
import { deleteAlertSubscription, listAlertChannels, listAlertSubscriptions } from '@speedtax/storage/alerts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const deleteSubscription = route(endpoints.deleteSubscription, async ({ params: { id }, principal }, { database, now }) => {
  const { organizationId, actor } = principal;
  const at = new Date(now());
  await database.inOrganization(organizationId, async (trx) => {
    const row = (await listAlertSubscriptions(trx, organizationId)).find((one) => one.id === id);
    if (row === undefined) throw notFound('subscription');
    const name = (await listAlertChannels(trx, organizationId)).find((channel) => channel.id === row.channel_id)?.name ?? '';
    await deleteAlertSubscription(trx, organizationId, id, at);
    await recordAudit(trx, { organizationId, actor, action: 'subscription.deleted', subject: { kind: 'subscription', id, name }, at });
  });
  return undefined;
});
