import { randomUUID } from 'node:crypto';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';

/**
 * The sync of a connection that is still to begin, or a new one: the first reads everything, later ones what has changed. One that
 * reads already may have passed what has changed since.
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
  const queued = await syncs
    .select('id')
    .where('state', '=', 'queued')
    .where('kind', 'not in', ['remap', 'targeted'])
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  if (queued) return queued.id;
  const begun = await syncs
    .select('id')
    .where('state', 'in', ['running', 'analyzing', 'done'])
    .where('kind', 'not in', ['remap', 'targeted'])
    .limit(1)
    .executeTakeFirst();
  const id = randomUUID();
  await trx
    .insertInto('sync')
    .values({
      organization_id: organizationId,
      id,
      connection_id: connectionId,
      kind: begun ? 'incremental' : 'backfill',
      state: 'queued',
    })
    .execute();
  return id;
}
