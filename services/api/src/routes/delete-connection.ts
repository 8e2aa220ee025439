import { endpoints } from '@speedtax/contract';
import { recordAudit } from '@speedtax/storage/accounts';
import { deleteConnection as deleteWithFacts } from '../connections/delete-connection.ts';
import { listConnections } from '../connections/find-connections.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const deleteConnection = route(endpoints.deleteConnection, async ({ params: { id }, principal }, { database, queue, now }) => {
  const { organizationId } = principal;
  const wasThere = await database.inOrganization(organizationId, async (trx) => {
    const [found] = await listConnections(trx, organizationId, { id, limit: 1 });
    if (!found || !(await deleteWithFacts(trx, organizationId, id))) return false;
    const subject = { kind: 'connection', id, name: found.name };
    await recordAudit(trx, { organizationId, actor: principal.actor, action: 'connection.deleted', subject, at: new Date(now()) });
    return true;
  });
  if (!wasThere) throw notFound('connection');
  await queue.enqueue('analysis.run', { organizationId, syncId: null });
  return undefined;
});
