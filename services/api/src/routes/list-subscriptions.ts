import { endpoints } from '@speedtax/contract';
import { listAlertSubscriptions } from '@speedtax/storage/alerts';
import { presentSubscription } from '../alerts/present-channel.ts';
import { route } from '../http/route.ts';

export const listSubscriptions = route(endpoints.listSubscriptions, async ({ principal: { organizationId } }, { database }) => {
  const rows = await database.inOrganization(organizationId, (trx) => listAlertSubscriptions(trx, organizationId), { readOnly: true });
  return { items: rows.map(presentSubscription), nextCursor: null };
});
