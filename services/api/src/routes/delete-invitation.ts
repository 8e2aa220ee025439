import { endpoints } from '@speedtax/contract';
import { listOpenInvitations, recordAudit, deleteInvitation as takeBack } from '@speedtax/storage/accounts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const deleteInvitation = route(endpoints.deleteInvitation, async ({ params: { id }, principal }, { database, now }) => {
  const { organizationId, actor } = principal;
  await database.inOrganization(organizationId, async (trx) => {
    const [invitation] = await listOpenInvitations(trx, organizationId, { id, limit: 1 });
    if (!invitation) throw notFound('invitation');
    await takeBack(trx, organizationId, id);
    const subject = { kind: 'invitation', id, name: invitation.email };
    await recordAudit(trx, { organizationId, actor, action: 'invitation.deleted', subject, at: new Date(now()) });
  });
  return undefined;
});
