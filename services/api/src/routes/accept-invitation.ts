import { endpoints } from '@speedtax/contract';
import { findInvitationByToken, insertMember, acceptInvitation as markAccepted, recordAudit } from '@speedtax/storage/accounts';
import { lookAtOrganization } from '../accounts/sessions.ts';
import { hashToken } from '../auth/hash-token.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const acceptInvitation = route(endpoints.acceptInvitation, async ({ account, body: { token } }, context) => {
  const at = new Date(context.now());
  const found = await context.database.asSystem((trx) => findInvitationByToken(trx, hashToken(token), at));
  // Of an invitation that is for somebody else nothing is said to one who is signed in as another.
  if (!found || found.email !== account.email.toLowerCase()) throw notFound('invitation for this account');
  const { organizationId, role, id } = found;
  await context.database.inOrganization(organizationId, async (trx) => {
    if (!(await markAccepted(trx, organizationId, id, at))) throw notFound('invitation, any more');
    if (!(await insertMember(trx, organizationId, { userId: account.userId, role, joinedAt: at }))) throw isMemberAlready();
    await recordAudit(trx, {
      organizationId,
      actor: { kind: 'user', id: account.userId, name: account.name },
      action: 'member.joined',
      subject: { kind: 'member', id: account.userId, name: account.name },
      detail: { role, invitedBy: found.invitedBy },
      at,
    });
  });
  await lookAtOrganization(context, account, organizationId);
  return { organizationId, role };
});

const isMemberAlready = () =>
  new HttpProblem(409, 'member_already', 'A member already', { detail: 'Somebody with the right to can give you another role.' });
