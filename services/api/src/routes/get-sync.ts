import { endpoints } from '@speedtax/contract';
import { findSync, listSyncProblems } from '../connections/find-sync.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';
import { presentSync } from '../present/present-sync.ts';

export const getSync = route(endpoints.getSync, ({ params: { id }, principal }, { database }) => {
  const { organizationId } = principal;
  return database.inOrganization(
    organizationId,
    async (trx) => {
      const sync = await findSync(trx, organizationId, { id });
      if (!sync) throw notFound('sync');
      return { ...presentSync(sync), problems: await listSyncProblems(trx, organizationId, sync) };
    },
    { readOnly: true },
  );
});
