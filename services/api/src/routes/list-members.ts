import { endpoints } from '@speedtax/contract';
import { listMembers as findMembers } from '@speedtax/storage/accounts';
import { cutPage, decodeCursor, idPosition } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';
import { presentMember } from '../present/present-member.ts';

export const listMembers = route(endpoints.listMembers, async ({ query, principal: { organizationId } }, { database }) => {
  const afterUserId = decodeCursor(idPosition, query.cursor);
  const read = await database.inOrganization(
    organizationId,
    (trx) => findMembers(trx, organizationId, { afterUserId, limit: query.limit + 1 }),
    { readOnly: true },
  );
  const { items, nextCursor } = cutPage(read, query.limit, ({ userId }) => userId);
  return { items: items.map(presentMember), nextCursor };
});
