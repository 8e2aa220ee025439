import { endpoints } from '@speedtax/contract';
import { recordAudit, revokeApiKeys, updateMemberRole } from '@speedtax/storage/accounts';
import { checkMayGive, takeMember } from '../accounts/check-owners.ts';
import { listScopes } from '../auth/check-access.ts';
import { route } from '../http/route.ts';
import { presentMember } from '../present/present-member.ts';

export const changeMember = route(endpoints.changeMember, async ({ params: { id }, body: { role }, principal }, { database, now }) => {
  const { organizationId, actor } = principal;
  const at = new Date(now());
  checkMayGive(principal, role);
  const member = await database.inOrganization(organizationId, async (trx) => {
    const before = await takeMember(trx, principal, id, role);
    await updateMemberRole(trx, organizationId, id, role);
    const revokedKeys = await revokeApiKeys(trx, organizationId, { createdBy: id, beyond: listScopes(role) }, at);
    const subject = { kind: 'member', id, name: before.name };
    await recordAudit(trx, {
      organizationId,
      actor,
      action: 'member.changed',
      subject,
      detail: { from: before.role, to: role, revokedKeys },
      at,
    });
    return { ...before, role };
  });
  return presentMember(member);
});
