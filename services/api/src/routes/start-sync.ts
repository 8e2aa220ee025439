import { endpoints } from '@speedtax/contract';
import { requestSync } from '../connections/request-sync.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const startSync = route(endpoints.startSync, async ({ params: { id }, principal }, { database, queue }) => {
  const { organizationId } = principal;
  const syncId = await database.inOrganization(organizationId, (trx) => requestSync(trx, organizationId, id));
  if (syncId === undefined) throw notFound('connection');
  await queue.enqueue('sync.step', { organizationId, connectionId: id, syncId });
  return { syncId };
});
