import type { Endpoint, Role, Scope } from '@speedtax/contract';
import { forbidden, HttpProblem, unauthenticated } from '../http/http-problem.ts';
import type { Asking } from './principal.ts';

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
export function checkAccess({ principal, account }: Asking, access: Endpoint['access']): void {
  if (access === 'public') return;
  if (!principal && !account) throw unauthenticated();
  if (access === 'account') {
    if (!account) throw forbidden('This is about an account: sign in with one.');
    return;
  }
  if (!principal) {
    throw new HttpProblem(403, 'no_organization', 'Not a member of any organization', {
      detail: 'Accept an invitation, or make an organization.',
    });
  }
  if (!principal.scopes.includes(access)) throw forbidden(refusals[access]);
}

/** What a role may at most. */
export function listScopes(role: Role): readonly Scope[] {
  return scopesOfRole[role];
}
