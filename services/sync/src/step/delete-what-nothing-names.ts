import { deleteUnusedNames } from '@speedtax/storage/facts';
import type { Phase } from '@speedtax/trackers';
import { collectRows } from '../write/collect-rows.ts';
import { listKept } from './open-tracker.ts';
import type { Run } from './run.ts';

/** Teams and statuses that another mapping made: those that neither the tracker's words nor any issue or history says any more. */
export async function deleteWhatNothingNames(run: Run): Promise<void> {
  const { context, place } = run;
  for (const table of ['team', 'workflow_status'] as const) {
    // Of issues only what is left of them counts.
    const listing = run.plan.filter(({ yields }) => yields.includes(table) && !yields.includes('issue'));
    const listed = await Promise.all(listing.map((phase) => listNames(run, phase, table)));
    if (listing.length > 0)
      await context.database.inOrganization(place.organizationId, (trx) => deleteUnusedNames(trx, place, table, listed.flat()));
  }
}

async function listNames({ context, place, tracker }: Run, phase: Phase, table: 'team' | 'workflow_status'): Promise<string[]> {
  const items = await listKept(context, place, phase.keeps);
  const mapped = phase.reading === 'stored' ? [tracker.mapAll(phase, items)] : items.map(({ payload }) => tracker.map(phase, payload));
  return collectRows(mapped)
    .of(table)
    .map(({ id }) => id);
}
