import type { Database } from '@speedtax/storage';
import { listMemberships } from '@speedtax/storage/accounts';
import type { Account } from './accounts.ts';
import { listScopes } from './check-access.ts';
import type { Principal } from './principal.ts';

/** In the organization its session looks at, if it is still a member of it, else in its first; null: in none. */
export async function findPrincipalOfAccount(database: Database, account: Account): Promise<Principal | null> {
  const memberships = await database.asSystem((trx) => listMemberships(trx, account.userId));
  const membership = memberships.find(({ organizationId }) => organizationId === account.organizationId) ?? memberships[0];
  if (!membership) return null;
  return {
    organizationId: membership.organizationId,
    signedInBy: 'session',
    userId: account.userId,
    name: account.name,
    role: membership.role,
    scopes: listScopes(membership.role),
    actor: { kind: 'user', id: account.userId, name: account.name },
  };
}
