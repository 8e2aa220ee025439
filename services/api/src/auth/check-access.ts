import type { Endpoint, Role, Scope } from '@speedtax/contract';
import { forbidden, unauthenticated } from '../http/http-problem.ts';
import type { Principal } from './principal.ts';

const scopesOfRole: Record<Role, readonly Scope[]> = {
  owner: ['read', 'write', 'admin'],
  admin: ['read', 'write', 'admin'],
  member: ['read', 'write'],
  viewer: ['read'],
};

const refusals: Record<Scope, string> = {
  read: 'This API key may not read.',
  write: 'This needs a member of the organization, and of an API key the scope `write`.',
  admin: 'This needs an administrator, and of an API key the scope `admin`.',
};

/** @throws HttpProblem 401 or 403 where who asks may not ask this */
export function checkAccess(principal: Principal | null, access: Endpoint['access']): void {
  if (access === 'public') return;
  if (!principal) throw unauthenticated();
  if (!principal.scopes.includes(access)) throw forbidden(refusals[access]);
}

/** What a role may at most. */
export function listScopes(role: Role): readonly Scope[] {
  return scopesOfRole[role];
}
