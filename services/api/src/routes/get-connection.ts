import { endpoints } from '@speedtax/contract';
import { listConnections } from '../connections/find-connections.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const getConnection = route(endpoints.getConnection, async ({ params: { id }, principal }, { database }) => {
  const [connection] = await database.inOrganization(
    principal.organizationId,
    (trx) => listConnections(trx, principal.organizationId, { id, limit: 1 }),
    { readOnly: true },
  );
  if (!connection) throw notFound('connection');
  return connection;
});
