import type { Role } from '@speedtax/contract';

/** What a role may, in the words of a sentence. */
export const roleWords: Record<Role, string> = {
  owner: 'everything, and makes owners',
  admin: 'connections, settings and people',
  member: 'reads, and tells what no tracker knows',
  viewer: 'reads',
};

export const sayRole = (role: Role): string => `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role === 'admin' ? 'administrator' : role}`;
