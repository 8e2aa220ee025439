import { randomUUID } from 'node:crypto';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';

/**
 * Stores what was chosen, and asks for everything that was read to be mapped again; one that has not begun yet will do.
 * @returns the id of the sync that does it
 */
export async function changeMapping(
  trx: DatabaseTransaction,
  organizationId: string,
  connectionId: string,
  mapping: Record<string, unknown>,
): Promise<string> {
  await trx
    .updateTable('connection')
    .set((column) => ({
      mapping: JSON.stringify(mapping),
      // Its figures are about to change.
      status: column
        .case()
        .when('status', '=', 'ready')
        .then('syncing' as const)
        .else(column.ref('status'))
        .end(),
    }))
    .where('organization_id', '=', organizationId)
    .where('id', '=', connectionId)
    .execute();
  const queued = await trx
    .selectFrom('sync')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('connection_id', '=', connectionId)
    .where('kind', '=', 'remap')
    .where('state', '=', 'queued')
    .limit(1)
    .executeTakeFirst();
  if (queued) return queued.id;
  const id = randomUUID();
  await trx
    .insertInto('sync')
    .values({ organization_id: organizationId, id, connection_id: connectionId, kind: 'remap', state: 'queued' })
    .execute();
  return id;
}
