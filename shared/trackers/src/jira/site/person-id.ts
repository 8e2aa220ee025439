import type { UserPayload } from '../payloads/user.ts';

/** What a person is known by here: Cloud's account id; a server's key, which outlives a change of the name. */
export function personIdOf(user: UserPayload | null): string | null {
  return user === null ? null : (user.accountId ?? user.key ?? user.name);
}
