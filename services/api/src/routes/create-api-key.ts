import { randomUUID } from 'node:crypto';
import { endpoints, type Role, type Scope } from '@speedtax/contract';
import { insertApiKey, recordAudit } from '@speedtax/storage/accounts';
import { hashApiKey } from '../auth/api-key.ts';
import { makeToken } from '../auth/hash-token.ts';
import { route } from '../http/route.ts';

const dayMs = 86_400_000;

export const createApiKey = route(endpoints.createApiKey, async ({ body, principal }, { database, now }) => {
  const { organizationId, actor, userId } = principal;
  const { name, scopes, expiresInDays } = body;
  const key = `speedtax_${makeToken()}`;
  const createdAt = new Date(now());
  const expiresAt = expiresInDays === null ? null : new Date(now() + expiresInDays * dayMs);
  const id = randomUUID();
  await database.inOrganization(organizationId, async (trx) => {
    const row = { id, name, keyHash: hashApiKey(key), role: roleFor(scopes), scopes, createdBy: userId, createdAt, expiresAt };
    await insertApiKey(trx, organizationId, row);
    const detail = { scopes, expiresAt: expiresAt?.toISOString() ?? null };
    await recordAudit(trx, {
      organizationId,
      actor,
      action: 'api_key.created',
      subject: { kind: 'api_key', id, name },
      detail,
      at: createdAt,
    });
  });
  return { id, name, scopes, key, createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null, lastUsedAt: null };
});

/** The least role with these scopes. No key is an owner. */
function roleFor(scopes: readonly Scope[]): Role {
  if (scopes.includes('admin')) return 'admin';
  return scopes.includes('write') ? 'member' : 'viewer';
}
