import { endpoints } from '@speedtax/contract';
import { listAttempts, listDeliveries as listRows } from '@speedtax/storage/alerts';
import { z } from 'zod';
import { presentDelivery } from '../alerts/present-delivery.ts';
import { cutPage, decodeCursor } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';

const position = z.object({ madeAt: z.iso.datetime(), id: z.uuid() });

export const listDeliveries = route(endpoints.listDeliveries, ({ query, principal: { organizationId } }, { database }) => {
  const { cursor, limit, state, deliveryId } = query;
  const after = decodeCursor(position, cursor);
  const question = {
    state,
    ...(deliveryId !== undefined && { id: deliveryId }),
    after: after && { madeAt: new Date(after.madeAt), id: after.id },
    limit: limit + 1,
  };
  return database.inOrganization(
    organizationId,
    async (trx) => {
      const read = await listRows(trx, organizationId, question);
      const { items, nextCursor } = cutPage(read, limit, ({ made_at, id }) => ({ madeAt: made_at.toISOString(), id }));
      const attempts = await listAttempts(trx, organizationId, [...new Set(items.flatMap(({ batch_id }) => batch_id ?? []))]);
      return { items: items.map((row) => presentDelivery(row, attempts)), nextCursor };
    },
    { readOnly: true },
  );
});
