import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** Ends the syncs whose facts are in the figures now, and says of their connections that they are ready. */
export async function finishAnalyzedSyncs(
  trx: Transaction<Tables>,
  organizationId: string,
  syncIds: readonly string[],
  finishedAt: Date,
): Promise<void> {
  if (syncIds.length === 0) return;
  const finished = await trx
    .updateTable('sync')
    .set({ state: 'done', finished_at: finishedAt, error: null })
    .where('organization_id', '=', organizationId)
    .where('id', 'in', syncIds)
    .where('state', '=', 'analyzing')
    .returning(['connection_id', 'kind', 'read_at'])
    .execute();
  for (const { connection_id, kind, read_at } of finished) {
    // What followed hints says nothing of all the rest.
    if (kind === 'targeted') continue;
    if (kind === 'remap') {
      await endMapping(trx, organizationId, connection_id);
      continue;
    }
    await trx
      .updateTable('connection')
      .set({ status: 'ready', status_reason: null, last_synced_at: read_at })
      .where('organization_id', '=', organizationId)
      .where('id', '=', connection_id)
      .execute();
  }
}

/** What was mapped again says nothing of the tracker: only a connection that was ready before is ready again. */
async function endMapping(trx: Transaction<Tables>, organizationId: string, connectionId: string): Promise<void> {
  const reads = (states: readonly ('running' | 'done')[]) => sql<boolean>`exists (
    select from sync s where s.organization_id = ${organizationId} and s.connection_id = ${connectionId}
      and s.kind in ('backfill', 'incremental', 'reconcile') and s.state = any(${states}::text[]))`;
  await trx
    .updateTable('connection')
    .set({ status: 'ready', status_reason: null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', connectionId)
    .where('status', '=', 'syncing')
    .where(reads(['done']))
    .where((where) => where.not(reads(['running'])))
    .execute();
}
