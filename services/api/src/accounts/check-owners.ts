import type { Role } from '@speedtax/contract';
import { countOwners, listMembers, lockMembers, type MemberRow } from '@speedtax/storage/accounts';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';
import type { Principal } from '../auth/principal.ts';
import { forbidden, HttpProblem, notFound } from '../http/http-problem.ts';

/** @throws HttpProblem 403 unless who asks may hand out this role: owners are made by owners */
export function checkMayGive(principal: Principal, role: Role): void {
  if (role === 'owner' && principal.role !== 'owner') throw forbidden('Only an owner makes an owner.');
}

/**
 * The member that is about to lose its role, with the members locked.
 * @throws HttpProblem 404, 403 for an owner that an administrator touches, 409 for the last owner
 */
export async function takeMember(trx: DatabaseTransaction, principal: Principal, userId: string, next: Role | null): Promise<MemberRow> {
  const { organizationId } = principal;
  await lockMembers(trx, organizationId);
  const [member] = await listMembers(trx, organizationId, { userId, limit: 1 });
  if (!member) throw notFound('member');
  if (member.role !== 'owner' || next === 'owner') return member;
  if (principal.role !== 'owner') throw forbidden('Only an owner changes an owner.');
  if ((await countOwners(trx, organizationId)) > 1) return member;
  throw new HttpProblem(409, 'last_owner', 'This is the last owner', { detail: 'Make somebody else an owner first.' });
}
