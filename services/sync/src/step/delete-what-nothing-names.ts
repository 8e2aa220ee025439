import { deleteUnusedNames, moveSyncCursor } from '@speedtax/storage/facts';
import type { Phase } from '@speedtax/trackers';
import { collectRows } from '../write/collect-rows.ts';
import { CursorMovedError } from './commit-page.ts';
import { listKept } from './open-tracker.ts';
import type { Run } from './run.ts';

const tables = ['team', 'workflow_status'] as const;
type NamedTable = (typeof tables)[number];

/** Teams and statuses that another mapping made: those that neither the tracker's words nor any issue or history says any more. */
export async function deleteWhatNothingNames(run: Run, cursor: string): Promise<void> {
  const { context, place, sync } = run;
  const listed = await Promise.all(tables.map((table) => listAllNames(run, table)));
  await context.database.inOrganization(place.organizationId, async (trx) => {
    const moved = await moveSyncCursor(trx, place, { phase: cursor, syncId: sync.id, from: {}, to: {}, completeAt: sync.readAt });
    if (!moved) throw new CursorMovedError(cursor);
    for (const [order, table] of tables.entries()) {
      const names = listed[order];
      if (names) await deleteUnusedNames(trx, place, table, names);
    }
  });
}

/** Of issues only what is left of them counts; null: the tracker lists none. */
async function listAllNames(run: Run, table: NamedTable): Promise<string[] | null> {
  const listing = run.plan.filter(({ yields }) => yields.includes(table) && !yields.includes('issue'));
  if (listing.length === 0) return null;
  return (await Promise.all(listing.map((phase) => listNames(run, phase, table)))).flat();
}

async function listNames({ context, place, tracker }: Run, phase: Phase, table: NamedTable): Promise<string[]> {
  const items = await listKept(context, place, phase.keeps);
  const mapped = phase.reading === 'stored' ? [tracker.mapAll(phase, items)] : items.map(({ payload }) => tracker.map(phase, payload));
  return collectRows(mapped)
    .of(table)
    .map(({ id }) => id);
}
