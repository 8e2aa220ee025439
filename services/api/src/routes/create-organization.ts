import { randomUUID } from 'node:crypto';
import { endpoints } from '@speedtax/contract';
import { insertMember, listMemberships, recordAudit } from '@speedtax/storage/accounts';
import { lookAtOrganization } from '../accounts/sessions.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

/** Of one account, those it was invited to included. */
const maxOrganizations = 20;

export const createOrganization = route(endpoints.createOrganization, async ({ account, body: { name } }, context) => {
  const { database, now } = context;
  const { userId } = account;
  const organizationId = randomUUID();
  const at = new Date(now());
  await database.asSystem(async (trx) => {
    const memberships = await listMemberships(trx, userId);
    if (memberships.length >= maxOrganizations) throw tooMany();
    await trx.insertInto('organization').values({ id: organizationId, name }).execute();
  });
  await database.inOrganization(organizationId, async (trx) => {
    await insertMember(trx, organizationId, { userId, role: 'owner', joinedAt: at });
    await recordAudit(trx, {
      organizationId,
      actor: { kind: 'user', id: userId, name: account.name },
      action: 'organization.created',
      subject: { kind: 'organization', id: organizationId, name },
      at,
    });
  });
  await lookAtOrganization(context, account, organizationId);
  return { organizationId, name, role: 'owner' as const };
});

const tooMany = () =>
  new HttpProblem(409, 'too_many_organizations', 'Too many organizations', { detail: `An account is in ${maxOrganizations} at most.` });
