import { endpoints } from '@speedtax/contract';
import { insertDeliveries, listAlertChannels } from '@speedtax/storage/alerts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const testChannel = route(
  endpoints.testChannel,
  async ({ params: { id }, principal: { organizationId } }, { database, queue, now }) => {
    const at = new Date(now());
    const deliveryId = await database.inOrganization(organizationId, async (trx) => {
      const channel = (await listAlertChannels(trx, organizationId)).find((one) => one.id === id);
      if (channel === undefined) throw notFound('channel');
      const delivery = { channelId: id, subscriptionId: null, eventId: null, recipient: null, isDigest: false, dueAt: at };
      const [made = ''] = await insertDeliveries(trx, organizationId, [delivery], at);
      return made;
    });
    await queue.enqueue('notify.deliver', { organizationId });
    return { deliveryId };
  },
);
