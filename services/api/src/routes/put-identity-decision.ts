import { endpoints } from '@speedtax/contract';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';
import { findIdentityKind } from '../identities/find-identity-kind.ts';

export const putIdentityDecision = route(endpoints.putIdentityDecision, async ({ params, body: { same }, principal }, context) => {
  const { organizationId, name: decidedBy } = principal;
  const decidedAt = new Date(context.now());
  const [id, otherId] = [params.id, params.otherId].map((each) => each.toLowerCase()).sort() as [string, string];
  const kind = await context.database.inOrganization(organizationId, async (trx) => {
    const found = await findIdentityKind(trx, organizationId, [id, otherId]);
    if (!found) throw notFound('pair of people or of teams');
    const decision = { kind: found, is_same: same, decided_by: decidedBy, decided_at: decidedAt };
    await trx
      .insertInto('identity_decision')
      .values({ organization_id: organizationId, first_id: id, second_id: otherId, ...decision })
      .onConflict((conflict) => conflict.columns(['organization_id', 'first_id', 'second_id']).doUpdateSet(decision))
      .execute();
    return found;
  });
  await context.queue.enqueue('analysis.run', { organizationId, syncId: null });
  return { kind, id, otherId, same, decidedBy, decidedAt: decidedAt.toISOString() };
});
