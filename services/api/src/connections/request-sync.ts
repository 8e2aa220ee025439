import { randomUUID } from 'node:crypto';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';

/**
 * The sync of a connection that is under way, or a new one: the first reads everything, later ones what has changed.
 * Undefined: there is no such connection. Whoever asks wakes the worker after the transaction.
 */
export async function requestSync(trx: DatabaseTransaction, organizationId: string, connectionId: string): Promise<string | undefined> {
  const connection = await trx
    .selectFrom('connection')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('id', '=', connectionId)
    .forUpdate()
    .executeTakeFirst();
  if (!connection) return undefined;
  const syncs = trx.selectFrom('sync').where('organization_id', '=', organizationId).where('connection_id', '=', connectionId);
  const underWay = await syncs
    .select('id')
    .where('state', 'in', ['queued', 'running'])
    .where('kind', '<>', 'remap')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  if (underWay) return underWay.id;
  const complete = await syncs
    .select('id')
    .where('state', 'in', ['analyzing', 'done'])
    .where('kind', '<>', 'remap')
    .limit(1)
    .executeTakeFirst();
  const id = randomUUID();
  await trx
    .insertInto('sync')
    .values({
      organization_id: organizationId,
      id,
      connection_id: connectionId,
      kind: complete ? 'incremental' : 'backfill',
      state: 'queued',
    })
    .execute();
  return id;
}
