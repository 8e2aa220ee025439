import { endpoints } from '@speedtax/contract';
import { listMemberships } from '@speedtax/storage/accounts';
import { lookAtOrganization } from '../accounts/sessions.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const chooseOrganization = route(endpoints.chooseOrganization, async ({ account, body }, context) => {
  const memberships = await context.database.asSystem((trx) => listMemberships(trx, account.userId));
  const chosen = memberships.find(({ organizationId }) => organizationId === body.organizationId);
  if (!chosen) throw notFound('organization');
  await lookAtOrganization(context, account, chosen.organizationId);
  return chosen;
});
