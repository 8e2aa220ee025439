import { deleteUnusedNames } from '@speedtax/storage/facts';
import { collectRows } from '../write/collect-rows.ts';
import { listKept } from './open-tracker.ts';
import type { Run } from './run.ts';

/** Teams and statuses that another mapping made: those that neither the tracker's words nor any issue or history says any more. */
export async function deleteWhatNothingNames(run: Run): Promise<void> {
  const { context, place, tracker } = run;
  for (const table of ['team', 'workflow_status'] as const) {
    const phases = run.plan.filter(({ reading, yields }) => reading !== 'histories' && reading !== 'stored' && yields.includes(table));
    const listing = phases.filter(({ yields }) => !yields.includes('issue'));
    const listed: string[] = [];
    for (const phase of listing) {
      const items = await listKept(context, place, phase.keeps);
      listed.push(
        ...collectRows(items.map(({ payload }) => tracker.map(phase, payload)))
          .of(table)
          .map(({ id }) => id),
      );
    }
    if (listing.length > 0)
      await context.database.inOrganization(place.organizationId, (trx) => deleteUnusedNames(trx, place, table, listed));
  }
}
