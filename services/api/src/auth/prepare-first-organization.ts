import { randomUUID } from 'node:crypto';
import type { Database } from '@speedtax/storage';
import { bootstrapApiKey } from './bootstrap-api-key.ts';

/**
 * On a database without organizations makes the first one, and the bootstrap token its administrator's key. Later starts
 * change nothing: a token that leaked cannot be put back by a restart.
 */
export async function prepareFirstOrganization(database: Database, bootstrapToken: string | undefined): Promise<void> {
  const id = randomUUID();
  const isFirst = await database.asSystem(async (trx) => {
    const existing = await trx.selectFrom('organization').select('id').limit(1).executeTakeFirst();
    if (existing) return false;
    await trx.insertInto('organization').values({ id, name: 'My organization' }).execute();
    return true;
  });
  if (isFirst && bootstrapToken !== undefined) await bootstrapApiKey(database, id, bootstrapToken);
}
