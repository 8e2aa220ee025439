import { endpoints } from '@speedtax/contract';
import { deleteConnection as deleteWithFacts } from '../connections/delete-connection.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const deleteConnection = route(endpoints.deleteConnection, async ({ params: { id }, principal }, { database, queue }) => {
  const { organizationId } = principal;
  const wasThere = await database.inOrganization(organizationId, (trx) => deleteWithFacts(trx, organizationId, id));
  if (!wasThere) throw notFound('connection');
  await queue.enqueue('analysis.run', { organizationId, syncId: null });
  return undefined;
});
