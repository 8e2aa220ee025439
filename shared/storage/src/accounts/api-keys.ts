import type { Transaction } from 'kysely';
import type { RoleName, ScopeName } from '../account-tables.ts';
import type { Tables } from '../tables.ts';

export interface NewApiKey {
  readonly id: string;
  readonly name: string;
  readonly keyHash: string;
  readonly role: RoleName;
  readonly scopes: readonly ScopeName[];
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

export async function insertApiKey(trx: Transaction<Tables>, organizationId: string, key: NewApiKey): Promise<void> {
  await trx
    .insertInto('api_key')
    .values({
      organization_id: organizationId,
      id: key.id,
      name: key.name,
      key_hash: key.keyHash,
      role: key.role,
      scopes: [...key.scopes],
      created_by: key.createdBy,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
    })
    .execute();
}

/** Those that are not revoked; expired ones are shown as such. */
export function listApiKeys(
  trx: Transaction<Tables>,
  organizationId: string,
  { id, afterId, limit }: { id?: string; afterId?: string | null; limit: number },
) {
  return trx
    .selectFrom('api_key')
    .select(['id', 'name', 'role', 'scopes', 'created_by as createdBy'])
    .select(['created_at as createdAt', 'expires_at as expiresAt', 'last_used_at as lastUsedAt'])
    .where('organization_id', '=', organizationId)
    .where('revoked_at', 'is', null)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .$if(Boolean(afterId), (query) => query.where('id', '>', afterId ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Keys that are named, or those of an account beyond what it still may. @returns their names */
export async function revokeApiKeys(
  trx: Transaction<Tables>,
  organizationId: string,
  which: { readonly id: string } | { readonly createdBy: string; readonly beyond: readonly ScopeName[] },
  at: Date,
): Promise<string[]> {
  const revoked = await trx
    .updateTable('api_key')
    .set({ revoked_at: at })
    .where('organization_id', '=', organizationId)
    .where('revoked_at', 'is', null)
    .$if('id' in which, (query) => query.where('id', '=', 'id' in which ? which.id : ''))
    .$if('createdBy' in which, (query) => {
      const { createdBy, beyond } = which as { createdBy: string; beyond: readonly ScopeName[] };
      const kept = trx.dynamic.ref<'scopes'>('scopes');
      return query.where('created_by', '=', createdBy).where(({ eb, val }) => eb.not(eb(kept, '<@', val([...beyond]))));
    })
    .returning('name')
    .execute();
  return revoked.map(({ name }) => name);
}
