import { type FactTransaction, findSyncCursor, openSyncCursor, settleMentions } from '@speedtax/storage/facts';
import { deleteWhatNothingNames } from './delete-what-nothing-names.ts';
import { readStored } from './read-stored.ts';
import type { PhaseOutcome, Run } from './run.ts';

const cursorOf = (name: string) => `again ${name}`;
const namesCursor = cursorOf('names');

const storedPhases = ({ plan }: Run) => plan.filter(({ reading }) => reading === 'stored');

/** Rows are about to be mapped again: what they say together is behind from here on, whoever comes to do it. */
export async function putBehind(trx: FactTransaction, run: Run): Promise<void> {
  for (const cursor of [...storedPhases(run).map(({ name }) => cursorOf(name)), namesCursor])
    await openSyncCursor(trx, run.place, { phase: cursor, syncId: run.sync.id, position: {} });
}

/**
 * What depends on many of the rows that were mapped again, and what none of them names any more: each step is done once. And what this
 * tracker and the company's others say of each other, as both are known by now.
 */
export async function putTogether(run: Run): Promise<PhaseOutcome> {
  for (const phase of storedPhases(run)) {
    const cursor = cursorOf(phase.name);
    if (await takeUp(run, cursor)) await readStored(run, phase, {}, { cursor, source: 'kept' });
  }
  if (await takeUp(run, namesCursor)) await deleteWhatNothingNames(run, namesCursor);
  const { context, place } = run;
  await context.database.inOrganization(place.organizationId, (trx) => settleMentions(trx, place.organizationId));
  return 'complete';
}

/** Whether it is still to be done; then it is this sync's from here on. */
async function takeUp({ context, place, sync }: Run, cursor: string): Promise<boolean> {
  return context.database.inOrganization(place.organizationId, async (trx) => {
    const known = await findSyncCursor(trx, place, cursor);
    if (known?.state !== 'open') return false;
    if (known.syncId !== sync.id) await openSyncCursor(trx, place, { phase: cursor, syncId: sync.id, position: {} });
    return true;
  });
}
