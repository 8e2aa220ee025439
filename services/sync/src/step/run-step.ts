import {
  beginSync,
  endReading,
  type FactPlace,
  findEvidenceInstant,
  findUnfinishedSync,
  listSyncCursors,
  listSyncHints,
  noteSyncFailure,
  type SyncCursor,
  setConnectionStatus,
  tryLockConnection,
} from '@speedtax/storage/facts';
import { type Phase, TrackerError } from '@speedtax/trackers';
import { type SyncContext, settingsOf } from '../context.ts';
import { beginHintedSync } from '../hints/begin-hinted-sync.ts';
import { readHinted } from '../hints/read-hinted.ts';
import { CursorMovedError } from './commit-page.ts';
import { decideRetry } from './decide-retry.ts';
import { mapAgain } from './map-again.ts';
import { openTracker } from './open-tracker.ts';
import { freePace, type Pace, paceAmong, storePace } from './pace.ts';
import type { Run } from './run.ts';
import { runPhase } from './run-phase.ts';

/** `again`: there is more to do, in so many milliseconds. `analyze`: figures are worth computing, for this sync. */
export interface StepOutcome {
  readonly again: { readonly inMs: number } | null;
  readonly analyzeSyncId: string | null;
}

const nothingToDo: StepOutcome = { again: null, analyzeSyncId: null };
const makeWayMs = 1_000;

/**
 * One turn at the oldest unfinished sync of a connection, from where it stands, for a bounded time. One worker at a
 * time has the connection; a second one leaves at once.
 */
export async function runStep(context: SyncContext, place: FactPlace, signal: AbortSignal): Promise<StepOutcome> {
  const { database } = context;
  return database.inOrganization(place.organizationId, async (lock) => {
    if (!(await tryLockConnection(lock, place.connectionId))) return { again: { inMs: makeWayMs }, analyzeSyncId: null };
    return takeTurn(context, place, signal);
  });
}

async function takeTurn(context: SyncContext, place: FactPlace, signal: AbortSignal): Promise<StepOutcome> {
  const { database, now } = context;
  const found = await database.inOrganization(place.organizationId, async (trx) => {
    const connection = await trx
      .selectFrom('connection')
      .select([
        'id',
        'organization_id',
        'provider',
        'base_url',
        'deployment',
        'mapping',
        'scope',
        'credentials',
        'status',
        'paused_at',
        'disconnected_at',
      ])
      .where('organization_id', '=', place.organizationId)
      .where('id', '=', place.connectionId)
      .executeTakeFirst();
    const rests = !connection || connection.paused_at !== null || connection.disconnected_at !== null;
    const unfinished = rests ? undefined : await findUnfinishedSync(trx, place);
    const hinted = rests || unfinished || connection.status === 'unauthorized' ? null : await beginHintedSync(trx, place, now());
    if (hinted && 'inMs' in hinted) return { later: hinted };
    const sync = unfinished ?? hinted;
    const evidenceAt = sync?.kind === 'remap' ? await findEvidenceInstant(trx, place) : null;
    return { connection, sync, evidenceAt, cursors: await listSyncCursors(trx, place) };
  });
  if (found.later) return { again: found.later, analyzeSyncId: null };
  const { connection, sync, evidenceAt, cursors } = found;
  if (!connection || !sync) return nothingToDo;
  const pace = paceAmong(cursors);
  if (pace.notBefore > now()) return { again: { inMs: pace.notBefore - now() }, analyzeSyncId: null };

  // What is mapped again holds for when it was read.
  const readAt = sync.readAt ?? evidenceAt ?? new Date(now());
  if (sync.state === 'queued')
    await database.inOrganization(place.organizationId, (trx) => beginSync(trx, place, sync, { readAt, startedAt: new Date(now()) }));
  const settings = settingsOf(context);
  const deadline = now() + settings.stepMs;
  const turn = new AbortController();
  const tracker = await openTracker(context, connection, AbortSignal.any([signal, turn.signal]));
  // Every line that is logged on the way names the sync.
  const run: Run = {
    context: { ...context, logger: context.logger.child({ connectionId: place.connectionId, syncId: sync.id }) },
    settings,
    place,
    sync: { ...sync, readAt },
    tracker,
    scope: connection.scope === null ? null : { provider: connection.provider, keys: connection.scope },
    plan: settings.choosePlan(tracker.plan),
    notedRequests: 0,
    pages: 0,
    isOver: () => now() >= deadline || signal.aborted,
  };
  try {
    return await goOn(run, cursors, pace);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof CursorMovedError) return { again: { inMs: makeWayMs }, analyzeSyncId: null };
    // A turn that wrote something is a beginning of its own.
    if (error instanceof TrackerError) return waitOrGiveUp(run, error, run.pages > 0 ? 0 : pace.failures);
    throw error;
  } finally {
    // What was fetched ahead and is not needed.
    turn.abort();
  }
}

/** Phases in the order of the plan; those that are complete for this sync are behind us. */
async function goOn(run: Run, cursors: readonly SyncCursor[], pace: Pace): Promise<StepOutcome> {
  const { context, place, sync } = run;
  let isRecovered = pace.failures === 0;
  for (const phase of await choosePhases(run)) {
    const cursor = cursors.find((one) => one.phase === phase.name);
    if (cursor?.syncId === sync.id && cursor.state === 'complete') continue;
    const outcome = await runPhase(run, phase);
    if (!isRecovered) await recover(run);
    isRecovered = true;
    // The first figures need not wait for the last history.
    if (outcome === 'complete' && phase.figuresAfter && sync.kind === 'backfill') {
      await context.queue.enqueue('analysis.run', { organizationId: place.organizationId, syncId: null });
    }
    if (outcome === 'paused' || run.isOver()) return { again: { inMs: 0 }, analyzeSyncId: null };
  }
  if ((await mapAgain(run)) === 'paused') return { again: { inMs: 0 }, analyzeSyncId: null };
  const isMore = await context.database.inOrganization(place.organizationId, async (trx) => {
    await endReading(trx, place, sync.id);
    return (await findUnfinishedSync(trx, place)) !== undefined || (await listSyncHints(trx, place, 1)).length > 0;
  });
  return { again: isMore ? { inMs: 0 } : null, analyzeSyncId: sync.id };
}

async function choosePhases(run: Run): Promise<readonly Phase[]> {
  if (run.sync.kind === 'remap') return [];
  return run.sync.kind === 'targeted' ? readHinted(run) : run.plan;
}

/** The tracker answers again. */
async function recover({ context, place, sync }: Run): Promise<void> {
  await context.database.inOrganization(place.organizationId, async (trx) => {
    await storePace(trx, place, sync.id, freePace);
    if (sync.kind !== 'targeted') await setConnectionStatus(trx, place, 'syncing', null);
  });
}

async function waitOrGiveUp({ context, place, sync }: Run, error: TrackerError, failures: number): Promise<StepOutcome> {
  const { database, logger, now } = context;
  const retry = decideRetry(error, failures, now());
  logger.warn(
    { connectionId: place.connectionId, syncId: sync.id, kind: error.kind, reason: error.message, retry },
    'the tracker gave no answer',
  );
  await database.inOrganization(place.organizationId, async (trx) => {
    const at = new Date(now());
    if (retry.action === 'give-up') {
      await noteSyncFailure(trx, place, sync.id, { status: 'unauthorized', reason: error.message, retries: false, at });
      return;
    }
    await storePace(trx, place, sync.id, { notBefore: retry.notBefore, failures: retry.isFailing ? failures + 1 : failures });
    if (retry.isFailing) await noteSyncFailure(trx, place, sync.id, { status: 'failing', reason: error.message, retries: true, at });
  });
  return { again: retry.action === 'wait' ? { inMs: Math.ceil(retry.notBefore - now()) } : null, analyzeSyncId: null };
}
