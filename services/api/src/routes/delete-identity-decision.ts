import { endpoints } from '@speedtax/contract';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const deleteIdentityDecision = route(
  endpoints.deleteIdentityDecision,
  async ({ params, principal: { organizationId } }, { database, queue }) => {
    const [id, otherId] = [params.id, params.otherId].map((each) => each.toLowerCase()).sort() as [string, string];
    const { numDeletedRows } = await database.inOrganization(organizationId, (trx) =>
      trx
        .deleteFrom('identity_decision')
        .where('organization_id', '=', organizationId)
        .where('first_id', '=', id)
        .where('second_id', '=', otherId)
        .executeTakeFirst(),
    );
    if (numDeletedRows === 0n) throw notFound('decision');
    await queue.enqueue('analysis.run', { organizationId, syncId: null });
    return undefined;
  },
);
