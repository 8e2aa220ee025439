import { createHash } from 'node:crypto';
import type { ApiContext } from '../context.ts';
import { listScopes } from './check-access.ts';
import type { Principal } from './principal.ts';

/** What is stored of a key. A key has enough entropy of its own, so a slow hash would only slow us down. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

const noteEveryMs = 60_000;

/** Whose key this is; null for one that is unknown, expired or revoked. */
export async function findPrincipalByKey(context: ApiContext, key: string): Promise<Principal | null> {
  const { database, now } = context;
  const found = await database.asSystem((trx) =>
    trx
      .selectFrom('api_key')
      .select(['organization_id', 'id', 'name', 'role', 'scopes', 'expires_at', 'revoked_at', 'last_used_at'])
      .where('key_hash', '=', hashApiKey(key))
      .executeTakeFirst(),
  );
  if (!found || found.revoked_at !== null) return null;
  if (found.expires_at !== null && found.expires_at.getTime() <= now()) return null;
  const { organization_id: organizationId, id, name, role } = found;
  await noteUse(context, { organizationId, id, lastUsedAt: found.last_used_at });
  return {
    organizationId,
    signedInBy: 'api_key',
    userId: null,
    name,
    role,
    scopes: listScopes(role).filter((scope) => found.scopes.includes(scope)),
    actor: { kind: 'api_key', id, name },
  };
}

/** That a key is in use, to the minute: so that one which nobody uses can be found and revoked. */
async function noteUse({ database, now }: ApiContext, key: { organizationId: string; id: string; lastUsedAt: Date | null }): Promise<void> {
  const { organizationId, id, lastUsedAt } = key;
  if (lastUsedAt !== null && now() - lastUsedAt.getTime() < noteEveryMs) return;
  await database.inOrganization(organizationId, (trx) =>
    trx
      .updateTable('api_key')
      .set({ last_used_at: new Date(now()) })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .execute(),
  );
}
