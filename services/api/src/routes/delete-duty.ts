import { endpoints } from '@speedtax/contract';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const deleteDuty = route(endpoints.deleteDuty, async ({ params: { id }, principal: { organizationId } }, { database }) => {
  const { numDeletedRows } = await database.inOrganization(organizationId, (trx) =>
    trx.deleteFrom('duty').where('organization_id', '=', organizationId).where('person_id', '=', id).executeTakeFirst(),
  );
  if (numDeletedRows === 0n) throw notFound('duty');
  return undefined;
});
