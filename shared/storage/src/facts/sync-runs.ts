import { sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { FactPlace } from './fact-place.ts';
import type { FactTransaction } from './upsert-facts.ts';

export interface SyncRun {
  readonly id: string;
  readonly kind: Tables['sync']['kind'];
  readonly state: 'queued' | 'running';
  /** The instant its evidence holds for; null: it has not begun to read. */
  readonly readAt: Date | null;
}

/**
 * Queues a sync of a connection; a `sync.step` job wakes whoever does it. Where one is still to be done, or has not read
 * everything yet, that one is it.
 * @returns the id of the sync that will be done
 */
export async function queueSync(
  trx: FactTransaction,
  place: FactPlace,
  { id, kind, at }: { id: string; kind: Tables['sync']['kind']; at: Date },
): Promise<string> {
  const unfinished = await findUnfinishedSync(trx, place);
  if (unfinished) return unfinished.id;
  const { organizationId, connectionId } = place;
  await sql`
    insert into sync (organization_id, id, connection_id, kind, state, created_at)
    values (${organizationId}, ${id}, ${connectionId}, ${kind}, 'queued', ${at})
  `.execute(trx);
  return id;
}

/** The sync of a connection that is to be worked on: the oldest that has not read everything yet. */
export async function findUnfinishedSync(trx: FactTransaction, { organizationId, connectionId }: FactPlace): Promise<SyncRun | undefined> {
  const { rows } = await sql<SyncRun>`
    select id, kind, state, read_at as "readAt" from sync
    where organization_id = ${organizationId} and connection_id = ${connectionId} and state in ('queued', 'running')
    order by created_at, id limit 1
  `.execute(trx);
  return rows[0];
}

/** The instant for which what is stored of a connection holds; null: nothing has been read to the end. */
export async function findEvidenceInstant(trx: FactTransaction, { organizationId, connectionId }: FactPlace): Promise<Date | null> {
  const { rows } = await sql<{ readAt: Date }>`
    select read_at as "readAt" from sync
    where organization_id = ${organizationId} and connection_id = ${connectionId} and state in ('analyzing', 'done') and read_at is not null
    order by created_at desc limit 1
  `.execute(trx);
  return rows[0]?.readAt ?? null;
}

export async function beginSync(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  { id: syncId, kind }: Pick<SyncRun, 'id' | 'kind'>,
  { readAt, startedAt }: { readAt: Date; startedAt: Date },
): Promise<void> {
  await trx
    .updateTable('sync')
    .set({ state: 'running', read_at: readAt, started_at: startedAt })
    .where('organization_id', '=', organizationId)
    .where('id', '=', syncId)
    .where('state', '=', 'queued')
    .execute();
  // Following a hint takes a moment, and mapping again asks the tracker nothing: what is said of the tracker stands.
  if (kind !== 'targeted' && kind !== 'remap') await setConnectionStatus(trx, { organizationId, connectionId }, 'syncing', null);
}

export interface SyncProgress {
  readonly phase: string;
  /** Items read since the last call. */
  readonly items: number;
  readonly requests: number;
  /** Items there will be in all, where that is known by now. */
  readonly total?: number;
}

export async function addSyncProgress(
  trx: FactTransaction,
  { organizationId }: FactPlace,
  syncId: string,
  progress: SyncProgress,
): Promise<void> {
  await sql`
    update sync set phase = ${progress.phase}, done = done + ${progress.items}, requests = requests + ${progress.requests}, error = null,
      total = greatest(${progress.total === undefined ? sql`total` : sql`${progress.total}::integer`}, case when total is not null then done + ${progress.items} end)
    where organization_id = ${organizationId} and id = ${syncId}
  `.execute(trx);
}

/** Everything is read; the figures are next. */
export async function endReading(trx: FactTransaction, { organizationId }: FactPlace, syncId: string): Promise<void> {
  await sql`
    update sync set state = 'analyzing', phase = 'figures', total = done, error = null
    where organization_id = ${organizationId} and id = ${syncId} and state in ('queued', 'running')
  `.execute(trx);
}

/** Something outside went wrong. `retries`: the sync goes on by itself later; otherwise it ends here. */
export async function noteSyncFailure(
  trx: FactTransaction,
  place: FactPlace,
  syncId: string,
  failure: { status: 'failing' | 'unauthorized'; reason: string; retries: boolean; at: Date },
): Promise<void> {
  const ended = failure.retries ? {} : { state: 'failed' as const, finished_at: failure.at };
  await trx
    .updateTable('sync')
    .set({ error: failure.reason, ...ended })
    .where('organization_id', '=', place.organizationId)
    .where('id', '=', syncId)
    .execute();
  await setConnectionStatus(trx, place, failure.status, failure.reason);
}

export async function setConnectionStatus(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  status: Tables['connection']['status'],
  reason: string | null,
): Promise<void> {
  await sql`
    update connection set status = ${status}, status_reason = ${reason}
    where organization_id = ${organizationId} and id = ${connectionId} and (status, status_reason) is distinct from (${status}, ${reason})
  `.execute(trx);
}

export interface SyncProblemFact {
  /** Names the problem within its sync, so that noting it twice counts once. */
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly detail: string;
}

export async function noteSyncProblems(
  trx: FactTransaction,
  place: FactPlace,
  syncId: string,
  problems: readonly SyncProblemFact[],
  at: Date,
): Promise<void> {
  if (problems.length === 0) return;
  await sql`
    insert into sync_problem (organization_id, connection_id, sync_id, at, id, kind, subject, detail)
    select ${place.organizationId}, ${place.connectionId}, ${syncId}, ${at}, id, kind, subject, detail
    from jsonb_to_recordset(${JSON.stringify(problems)}::jsonb) s(id uuid, kind text, subject text, detail text)
    on conflict do nothing
  `.execute(trx);
}
