import { randomUUID } from 'node:crypto';
import { type ConnectionSyncs, listConnectionSyncs, listHintedConnections, queueSync } from '@speedtax/storage/facts';
import { type SyncContext, settingsOf } from '../context.ts';
import { decideDue } from '../schedule/decide-due.ts';
import { keepWebhooks } from '../webhooks/keep-webhooks.ts';

/** More connections than this in one installation want a scheduler of their own. */
const maxConnections = 10_000;

/** Wakes what is unfinished and starts what is due, for every connection there is. */
export async function handleSyncDue(context: SyncContext): Promise<void> {
  const connections = await context.database.asSystem((trx) => listConnectionSyncs(trx, maxConnections));
  for (const connection of connections) await wakeOrStart(context, connection);
  const hinted = await context.database.asSystem((trx) => listHintedConnections(trx, maxConnections));
  for (const place of hinted) await context.queue.enqueue('sync.step', { ...place, syncId: null });
  await keepWebhooks(context);
}

async function wakeOrStart(context: SyncContext, connection: ConnectionSyncs): Promise<void> {
  const { database, queue, now } = context;
  const { organizationId, connectionId } = connection;
  const due = decideDue(connection, settingsOf(context), now());
  if (due === null) return;
  if ('wake' in due && due.wake === 'analysis') {
    await queue.enqueue('analysis.run', { organizationId, syncId: due.syncId });
    return;
  }
  const syncId =
    'wake' in due
      ? due.syncId
      : await database.inOrganization(organizationId, (trx) =>
          queueSync(trx, { organizationId, connectionId }, { id: randomUUID(), kind: due.start, at: new Date(now()) }),
        );
  await queue.enqueue('sync.step', { organizationId, connectionId, syncId });
}
