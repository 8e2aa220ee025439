import { endpoints } from '@speedtax/contract';
import { listDeliveries, reviveDelivery } from '@speedtax/storage/alerts';
import { presentDelivery } from '../alerts/present-delivery.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const retryDelivery = route(
  endpoints.retryDelivery,
  async ({ params: { id }, principal: { organizationId } }, { database, queue, now }) => {
    const row = await database.inOrganization(organizationId, async (trx) => {
      const isRevived = await reviveDelivery(trx, organizationId, id, new Date(now()));
      if (!isRevived) throw notFound('message that was given up');
      return (await listDeliveries(trx, organizationId, { id, limit: 1 }))[0];
    });
    if (row === undefined) throw notFound('message');
    await queue.enqueue('notify.deliver', { organizationId });
    return presentDelivery(row, []);
  },
);
