import { endpoints } from '@speedtax/contract';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const deleteDuty = route(endpoints.deleteDuty, async ({ params: { id }, principal: { organizationId } }, { database }) => {
  const { numDeletedRows } = await database.inOrganization(organizationId, (trx) =>
    trx
      .deleteFrom('duty')
      .where('organization_id', '=', organizationId)
      .where((of) =>
        of.or([
          of('person_id', '=', id),
          of(
            'person_id',
            'in',
            of.selectFrom('identity').select('id').where('organization_id', '=', organizationId).where('canonical_id', '=', id),
          ),
        ]),
      )
      .executeTakeFirst(),
  );
  if (numDeletedRows === 0n) throw notFound('duty');
  return undefined;
});
