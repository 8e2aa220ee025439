import { randomUUID } from 'node:crypto';
import type { Database } from '@speedtax/storage';
import { hashApiKey } from './api-key.ts';

/** Makes the token from the environment an administrator's API key of an organization, for scripted set-up. */
export async function bootstrapApiKey(database: Database, organizationId: string, token: string): Promise<void> {
  await database.inOrganization(organizationId, (trx) =>
    trx
      .insertInto('api_key')
      .values({ organization_id: organizationId, id: randomUUID(), name: 'Bootstrap', key_hash: hashApiKey(token), role: 'admin' })
      .onConflict((conflict) => conflict.column('key_hash').doNothing())
      .execute(),
  );
}
