import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { SyncRun } from './sync-runs.ts';
import type { FactTransaction } from './upsert-facts.ts';

/** What says whether hints are to be followed now. */
export interface HintedConnection {
  /** It was read once to the end: before that everything is read anyway. */
  readonly isKnown: boolean;
  readonly lastTargetedAt: Date | null;
  readonly lastIncrementalAt: Date | null;
}

export async function findHintedConnection(trx: FactTransaction, { organizationId, connectionId }: FactPlace): Promise<HintedConnection> {
  const { rows } = await sql<HintedConnection>`
    select
      coalesce(bool_or(kind <> 'remap' and state in ('analyzing', 'done')), false) as "isKnown",
      max(created_at) filter (where kind = 'targeted') as "lastTargetedAt",
      max(created_at) filter (where kind in ('incremental', 'reconcile', 'backfill')) as "lastIncrementalAt"
    from sync where organization_id = ${organizationId} and connection_id = ${connectionId}
  `.execute(trx);
  return rows[0] ?? { isKnown: false, lastTargetedAt: null, lastIncrementalAt: null };
}

const keptForMs = 24 * 60 * 60_000;

/** Queues a sync that follows hints. Those of more than a day ago are forgotten: there may be one every second. */
export async function queueHintedSync(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  { id, kind, at }: { id: string; kind: 'targeted' | 'incremental'; at: Date },
): Promise<SyncRun> {
  await sql`
    delete from sync where organization_id = ${organizationId} and connection_id = ${connectionId}
      and kind = 'targeted' and state in ('done', 'failed') and created_at < ${new Date(at.getTime() - keptForMs)}
  `.execute(trx);
  await sql`
    insert into sync (organization_id, id, connection_id, kind, state, created_at)
    values (${organizationId}, ${id}, ${connectionId}, ${kind}, 'queued', ${at})
  `.execute(trx);
  return { id, kind, state: 'queued', readAt: null };
}
