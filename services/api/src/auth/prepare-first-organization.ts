import type { Database } from '@speedtax/storage';
import { bootstrapApiKey } from './bootstrap-api-key.ts';

export interface FirstOrganization {
  readonly name: string;
  readonly isDemo: boolean;
  /** Becomes an administrator's API key while the organization is still empty. */
  readonly bootstrapToken: string | undefined;
}

/** The same everywhere, so that processes that start together make one organization. */
const firstOrganizationId = '5bd00000-0000-4000-8000-000000000001';

/**
 * The installation's first organization; on an empty database it is made now. Once it has keys or connections a token
 * changes nothing: one that was revoked is not put back by a restart.
 * @returns its id
 */
export async function prepareFirstOrganization(database: Database, { name, isDemo, bootstrapToken }: FirstOrganization): Promise<string> {
  const organizationId = await database.asSystem(async (trx) => {
    const first = () => trx.selectFrom('organization').select('id').orderBy('created_at').orderBy('id').limit(1).executeTakeFirst();
    const existing = await first();
    if (existing) return existing.id;
    await trx
      .insertInto('organization')
      .values({ id: firstOrganizationId, name, is_demo: isDemo })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return firstOrganizationId;
  });
  if (bootstrapToken !== undefined && (await isEmpty(database, organizationId))) {
    await bootstrapApiKey(database, organizationId, bootstrapToken);
  }
  return organizationId;
}

function isEmpty(database: Database, organizationId: string): Promise<boolean> {
  return database.inOrganization(organizationId, async (trx) => {
    const key = await trx.selectFrom('api_key').select('id').where('organization_id', '=', organizationId).limit(1).executeTakeFirst();
    const connection = await trx
      .selectFrom('connection')
      .select('id')
      .where('organization_id', '=', organizationId)
      .limit(1)
      .executeTakeFirst();
    return key === undefined && connection === undefined;
  });
}
