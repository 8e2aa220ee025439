import { endpoints } from '@speedtax/contract';
import { listConnections as readConnections } from '../connections/find-connections.ts';
import { cutPage, decodeCursor, idPosition } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';

export const listConnections = route(endpoints.listConnections, async ({ query: { cursor, limit }, principal }, { database }) => {
  const afterId = decodeCursor(idPosition, cursor);
  const read = await database.inOrganization(
    principal.organizationId,
    (trx) => readConnections(trx, principal.organizationId, { afterId, limit: limit + 1 }),
    { readOnly: true },
  );
  return cutPage(read, limit, (last) => last.id);
});
