import { addSyncProgress, moveSyncCursor, noteSyncProblems } from '@speedtax/storage/facts';
import type { Phase } from '@speedtax/trackers';
import type { PageWrite } from '../write/page-write.ts';
import type { SyncProblem } from '../write/sync-problem.ts';
import { deriveProblemId } from './derive-problem-id.ts';
import type { Run } from './run.ts';

export type Position = Record<string, unknown>;

/** Somebody else has moved the cursor: what was read here is written there. */
export class CursorMovedError extends Error {
  override readonly name = 'CursorMovedError';

  constructor(phase: string) {
    super(`the cursor of phase ${phase} was moved by another worker`);
  }
}

export interface PageCommit {
  readonly from: Position;
  readonly to: Position;
  /** This was the last page of the phase. */
  readonly isLast: boolean;
  readonly items: number;
  /** Items of all phases together, where it is known by now. */
  readonly total?: number;
  /** Cursor of the page, where it is not the phase's own. */
  readonly cursor?: string;
  /** Default: the tracker. */
  readonly source?: PageWrite['source'];
  readonly problems?: readonly SyncProblem[];
}

/**
 * Writes a page, the cursor that stands for it and the progress in one transaction: whatever happens, a page is
 * either written and passed, or neither.
 */
export async function commitPage(
  run: Run,
  phase: Phase,
  page: PageCommit,
  store: (write: PageWrite) => Promise<readonly SyncProblem[]>,
): Promise<void> {
  const { context, place, sync } = run;
  const requests = run.tracker.requests();
  await context.database.inOrganization(place.organizationId, async (trx) => {
    const completeAt = page.isLast ? { completeAt: watermarkOf(run) } : {};
    const moved = await moveSyncCursor(trx, place, {
      phase: page.cursor ?? phase.name,
      syncId: sync.id,
      from: page.from,
      to: page.to,
      ...completeAt,
    });
    if (!moved) throw new CursorMovedError(phase.name);
    const at = new Date(context.now());
    const { tracker } = run;
    const { source = 'tracker' } = page;
    const stored = await store({ trx, place, syncId: sync.id, tracker, phase, source, readAt: sync.readAt, fetchedAt: at });
    const problems = [...(page.problems ?? []), ...stored];
    await noteSyncProblems(
      trx,
      place,
      sync.id,
      problems.map((problem) => ({ ...problem, id: deriveProblemId(sync.id, problem) })),
      at,
    );
    const total = page.total === undefined ? {} : { total: page.total };
    await addSyncProgress(trx, place, sync.id, { phase: phase.name, items: page.items, requests: requests - run.notedRequests, ...total });
  });
  context.measures?.pages.inc({ phase: phase.name });
  context.measures?.budget.set({ connection: place.connectionId }, run.tracker.budgetLeft());
  run.notedRequests = requests;
  run.pages += 1;
}

/** What the next sync may rely on: the beginning of this one, by the slower of the two clocks. */
function watermarkOf({ sync, tracker }: Run): Date {
  return new Date(sync.readAt.getTime() + Math.min(0, tracker.clockSkewMs()));
}
