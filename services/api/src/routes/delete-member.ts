import { endpoints } from '@speedtax/contract';
import { recordAudit, deleteMember as removeMember, revokeApiKeys } from '@speedtax/storage/accounts';
import { takeMember } from '../accounts/check-owners.ts';
import { route } from '../http/route.ts';

export const deleteMember = route(endpoints.deleteMember, async ({ params: { id }, principal }, { database, now }) => {
  const { organizationId, actor } = principal;
  const at = new Date(now());
  await database.inOrganization(organizationId, async (trx) => {
    const { name, role } = await takeMember(trx, principal, id, null);
    await removeMember(trx, organizationId, id);
    const revokedKeys = await revokeApiKeys(trx, organizationId, { createdBy: id, beyond: [] }, at);
    await recordAudit(trx, {
      organizationId,
      actor,
      action: 'member.removed',
      subject: { kind: 'member', id, name },
      detail: { role, revokedKeys },
      at,
    });
  });
  return undefined;
});
