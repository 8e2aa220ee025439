import type { Transaction } from 'kysely';
import type { RoleName, SeenAccounts } from '../account-tables.ts';
import type { Tables } from '../tables.ts';

export interface MemberRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleName;
  readonly joinedAt: Date;
}

/** By name; `userId` names one. */
export function listMembers(
  trx: Transaction<Tables>,
  organizationId: string,
  { userId, afterUserId, limit }: { userId?: string; afterUserId?: string | null; limit: number },
): Promise<MemberRow[]> {
  return trx
    .withTables<SeenAccounts>()
    .selectFrom('member')
    .innerJoin('auth.user', 'auth.user.id', 'member.user_id')
    .select(['user_id as userId', 'auth.user.name', 'auth.user.email', 'role', 'joined_at as joinedAt'])
    .where('organization_id', '=', organizationId)
    .$if(userId !== undefined, (query) => query.where('user_id', '=', userId ?? ''))
    .$if(Boolean(afterUserId), (query) => query.where('user_id', '>', afterUserId ?? ''))
    .orderBy('user_id')
    .limit(limit)
    .execute();
}

/** False: is a member already. */
export async function insertMember(
  trx: Transaction<Tables>,
  organizationId: string,
  { userId, role, joinedAt }: Pick<MemberRow, 'userId' | 'role' | 'joinedAt'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto('member')
    .values({ organization_id: organizationId, user_id: userId, role, joined_at: joinedAt })
    .onConflict((conflict) => conflict.columns(['organization_id', 'user_id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateMemberRole(trx: Transaction<Tables>, organizationId: string, userId: string, role: RoleName): Promise<void> {
  await trx.updateTable('member').set({ role }).where('organization_id', '=', organizationId).where('user_id', '=', userId).execute();
}

export async function deleteMember(trx: Transaction<Tables>, organizationId: string, userId: string): Promise<void> {
  await trx.deleteFrom('member').where('organization_id', '=', organizationId).where('user_id', '=', userId).execute();
}

/** Until the transaction ends nobody else changes who is a member: so that one owner is always left. */
export async function lockMembers(trx: Transaction<Tables>, organizationId: string): Promise<void> {
  await trx.selectFrom('organization').select('id').where('id', '=', organizationId).forUpdate().execute();
}

export async function countOwners(trx: Transaction<Tables>, organizationId: string): Promise<number> {
  const { owners } = await trx
    .selectFrom('member')
    .select(({ fn }) => fn.countAll<number>().as('owners'))
    .where('organization_id', '=', organizationId)
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow();
  return owners;
}

const maxMemberships = 100;

/** The organizations of an account, across all of them: of `asSystem`. Oldest membership first. */
export function listMemberships(trx: Transaction<Tables>, userId: string) {
  return trx
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['organization.id as organizationId', 'organization.name', 'member.role'])
    .where('user_id', '=', userId)
    .orderBy('member.joined_at')
    .orderBy('organization.id')
    .limit(maxMemberships)
    .execute();
}
