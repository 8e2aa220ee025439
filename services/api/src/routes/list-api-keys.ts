import { endpoints } from '@speedtax/contract';
import { listApiKeys as findApiKeys } from '@speedtax/storage/accounts';
import { cutPage, decodeCursor, idPosition } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';
import { presentApiKey } from '../present/present-member.ts';

export const listApiKeys = route(endpoints.listApiKeys, async ({ query, principal: { organizationId } }, { database }) => {
  const afterId = decodeCursor(idPosition, query.cursor);
  const read = await database.inOrganization(
    organizationId,
    (trx) => findApiKeys(trx, organizationId, { afterId, limit: query.limit + 1 }),
    { readOnly: true },
  );
  const { items, nextCursor } = cutPage(read, query.limit, ({ id }) => id);
  return { items: items.map(presentApiKey), nextCursor };
});
