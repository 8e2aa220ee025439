import { endpoints } from '@speedtax/contract';
import { recordAudit } from '@speedtax/storage/accounts';
import { changeMapping } from '../connections/change-mapping.ts';
import { checkChoices } from '../connections/check-choices.ts';
import { listConnections } from '../connections/find-connections.ts';
import { findMapping } from '../connections/find-mapping.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const putConnectionMapping = route(
  endpoints.putConnectionMapping,
  async ({ params: { id }, body, principal: { organizationId, actor } }, { database, queue, now }) => {
    const { effective, syncId } = await database.inOrganization(organizationId, async (trx) => {
      const row = await findMapping(trx, organizationId, id);
      if (!row) throw notFound('connection');
      const completed = checkChoices(row.provider, body);
      const [found] = await listConnections(trx, organizationId, { id, limit: 1 });
      const subject = { kind: 'connection', id, name: found?.name ?? '' };
      await recordAudit(trx, { organizationId, actor, action: 'connection.mapped', subject, at: new Date(now()) });
      return { effective: completed, syncId: await changeMapping(trx, organizationId, id, body) };
    });
    await queue.enqueue('sync.step', { organizationId, connectionId: id, syncId });
    return { syncId, mapping: body, effective };
  },
);
