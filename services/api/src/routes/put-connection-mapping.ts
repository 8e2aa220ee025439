import { endpoints } from '@speedtax/contract';
import { changeMapping } from '../connections/change-mapping.ts';
import { checkChoices } from '../connections/check-choices.ts';
import { findMapping } from '../connections/find-mapping.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const putConnectionMapping = route(
  endpoints.putConnectionMapping,
  async ({ params: { id }, body, principal: { organizationId } }, { database, queue }) => {
    const { effective, syncId } = await database.inOrganization(organizationId, async (trx) => {
      const row = await findMapping(trx, organizationId, id);
      if (!row) throw notFound('connection');
      const completed = checkChoices(row.provider, body);
      return { effective: completed, syncId: await changeMapping(trx, organizationId, id, body) };
    });
    await queue.enqueue('sync.step', { organizationId, connectionId: id, syncId });
    return { syncId, mapping: body, effective };
  },
);
