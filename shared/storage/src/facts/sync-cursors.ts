import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { FactTransaction } from './upsert-facts.ts';

/** Where a phase of a connection's sync stands. */
export interface SyncCursor {
  readonly phase: string;
  readonly syncId: string;
  readonly state: 'open' | 'complete';
  readonly position: Record<string, unknown>;
  /** The data up to this instant has been read by a phase that came to its end. */
  readonly watermarkAt: Date | null;
}

export async function listSyncCursors(trx: FactTransaction, place: FactPlace): Promise<SyncCursor[]> {
  return trx
    .selectFrom('sync_cursor')
    .select(['phase', 'sync_id as syncId', 'state', 'position', 'watermark_at as watermarkAt'])
    .where('organization_id', '=', place.organizationId)
    .where('connection_id', '=', place.connectionId)
    .execute();
}

export async function findSyncCursor(trx: FactTransaction, place: FactPlace, phase: string): Promise<SyncCursor | undefined> {
  return (await listSyncCursors(trx, place)).find((cursor) => cursor.phase === phase);
}

/** Begins a phase for a sync; the watermark stays until the phase is complete. */
export async function openSyncCursor(
  trx: FactTransaction,
  place: FactPlace,
  { phase, syncId, position }: Pick<SyncCursor, 'phase' | 'syncId' | 'position'>,
): Promise<void> {
  await sql`
    insert into sync_cursor (organization_id, connection_id, phase, sync_id, state, position)
    values (${place.organizationId}, ${place.connectionId}, ${phase}, ${syncId}, 'open', ${JSON.stringify(position)}::jsonb)
    on conflict (organization_id, connection_id, phase)
    do update set sync_id = excluded.sync_id, state = 'open', position = excluded.position, updated_at = now()
  `.execute(trx);
}

/** Lets a phase begin as if nothing had been read yet, the next time it begins. */
export async function forgetWatermark(trx: FactTransaction, { organizationId, connectionId }: FactPlace, phase: string): Promise<void> {
  await sql`
    update sync_cursor set watermark_at = null
    where organization_id = ${organizationId} and connection_id = ${connectionId} and phase = ${phase}
  `.execute(trx);
}

export interface CursorMove {
  readonly phase: string;
  readonly syncId: string;
  readonly from: Record<string, unknown>;
  readonly to: Record<string, unknown>;
  /** Given: the phase is complete, and everything up to this instant has been read. */
  readonly completeAt?: Date;
}

/** Moves a cursor from where it was read; false: somebody else has moved it since, and nothing was done. */
export async function moveSyncCursor(
  trx: FactTransaction,
  place: FactPlace,
  { phase, syncId, from, to, completeAt }: CursorMove,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update sync_cursor set position = ${JSON.stringify(to)}::jsonb, updated_at = now()
      ${completeAt ? sql`, state = 'complete', watermark_at = ${completeAt}` : sql``}
    where organization_id = ${place.organizationId} and connection_id = ${place.connectionId} and phase = ${phase}
      and sync_id = ${syncId} and state = 'open' and position = ${JSON.stringify(from)}::jsonb
  `.execute(trx);
  return numAffectedRows === 1n;
}
