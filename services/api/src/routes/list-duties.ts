import { endpoints } from '@speedtax/contract';
import { findDuties } from '../accountability/find-duties.ts';
import { cutPage, decodeCursor, idPosition } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';

export const listDuties = route(endpoints.listDuties, ({ query: { cursor, limit }, principal: { organizationId } }, { database }) =>
  database.inOrganization(
    organizationId,
    async (trx) => {
      const read = await findDuties(trx, organizationId, { afterId: decodeCursor(idPosition, cursor), limit: limit + 1 });
      return cutPage(read, limit, (last) => last.person.personId);
    },
    { readOnly: true },
  ),
);
