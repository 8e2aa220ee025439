import { endpoints } from '@speedtax/contract';
import { listOpenInvitations } from '@speedtax/storage/accounts';
import { cutPage, decodeCursor, idPosition } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';
import { presentInvitation } from '../present/present-member.ts';

export const listInvitations = route(endpoints.listInvitations, async ({ query, principal: { organizationId } }, { database }) => {
  const afterId = decodeCursor(idPosition, query.cursor);
  const read = await database.inOrganization(
    organizationId,
    (trx) => listOpenInvitations(trx, organizationId, { afterId, limit: query.limit + 1 }),
    { readOnly: true },
  );
  const { items, nextCursor } = cutPage(read, query.limit, ({ id }) => id);
  return { items: items.map(presentInvitation), nextCursor };
});
