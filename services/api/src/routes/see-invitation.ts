import { endpoints } from '@speedtax/contract';
import { findInvitationByToken } from '@speedtax/storage/accounts';
import { hashToken } from '../auth/hash-token.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const seeInvitation = route(endpoints.seeInvitation, async ({ body: { token } }, { database, now }) => {
  const found = await database.asSystem((trx) => findInvitationByToken(trx, hashToken(token), new Date(now())));
  if (!found) throw notFound('invitation, or not any more');
  const { organizationName, email, role, invitedBy, expiresAt } = found;
  return { organizationName, email, role, invitedBy, expiresAt: expiresAt.toISOString() };
});
