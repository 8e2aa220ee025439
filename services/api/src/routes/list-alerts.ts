import { endpoints } from '@speedtax/contract';
import { listAlertEvents, listAlerts as listRows } from '@speedtax/storage/alerts';
import { z } from 'zod';
import { presentAlert } from '../alerts/present-alert.ts';
import { cutPage, decodeCursor } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';

const position = z.object({ raisedAt: z.iso.datetime(), id: z.uuid() });

export const listAlerts = route(endpoints.listAlerts, ({ query, principal: { organizationId } }, { database }) => {
  const { cursor, limit, open: isOpen, subjectId } = query;
  const after = decodeCursor(position, cursor);
  const question = { isOpen, subjectId, after: after && { raisedAt: new Date(after.raisedAt), id: after.id }, limit: limit + 1 };
  return database.inOrganization(
    organizationId,
    async (trx) => {
      const read = await listRows(trx, organizationId, question);
      const { items, nextCursor } = cutPage(read, limit, ({ raised_at, id }) => ({ raisedAt: raised_at.toISOString(), id }));
      const ids = items.map(({ id }) => id);
      const events = await listAlertEvents(trx, organizationId, ids);
      return { items: items.map((alert) => presentAlert(alert, events)), nextCursor };
    },
    { readOnly: true },
  );
});
