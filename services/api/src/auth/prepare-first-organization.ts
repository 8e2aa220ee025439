import { randomUUID } from 'node:crypto';
import type { Database } from '@speedtax/storage';
import { bootstrapApiKey } from './bootstrap-api-key.ts';

export interface FirstOrganization {
  readonly name: string;
  readonly isDemo: boolean;
  readonly bootstrapToken: string | undefined;
}

/**
 * On a database without organizations makes the first one, and the bootstrap token its administrator's key. Later starts
 * change nothing: a token that leaked cannot be put back by a restart. Answers the id of the oldest organization.
 */
export async function prepareFirstOrganization(database: Database, first: FirstOrganization): Promise<string> {
  const id = randomUUID();
  const existing = await database.asSystem(async (trx) => {
    const oldest = await trx.selectFrom('organization').select('id').orderBy('created_at').limit(1).executeTakeFirst();
    if (oldest) return oldest.id;
    await trx.insertInto('organization').values({ id, name: first.name, is_demo: first.isDemo }).execute();
    return null;
  });
  if (existing !== null) return existing;
  if (first.bootstrapToken !== undefined) await bootstrapApiKey(database, id, first.bootstrapToken);
  return id;
}
