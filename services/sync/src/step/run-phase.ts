import { findSyncCursor, openSyncCursor } from '@speedtax/storage/facts';
import type { Phase } from '@speedtax/trackers';
import { commitPage } from './commit-page.ts';
import { startOfSweep } from './judge-sweep.ts';
import { readChangedLinks } from './read-changed-links.ts';
import { readHistories, startOfHistories } from './read-histories.ts';
import { readPages, startOfPages } from './read-pages.ts';
import { readSweep, sweepOf } from './read-sweep.ts';
import { readWhole } from './read-whole.ts';
import type { PhaseOutcome, Run } from './run.ts';

type Start = (watermarkAt: Date | null) => Record<string, unknown>;

const starts: Readonly<Record<Phase['reading'], Start>> = {
  pages: startOfPages,
  whole: () => ({}),
  histories: () => startOfHistories,
  sweep: () => startOfSweep,
  unseen: () => startOfHistories,
  stored: () => ({}),
};

/** Begins a phase, or takes it up where it stands. */
export async function runPhase(run: Run, phase: Phase): Promise<PhaseOutcome> {
  const { context, place, sync } = run;
  // Read here and not before: earlier phases may have moved it.
  const cursor = await context.database.inOrganization(place.organizationId, (trx) => findSyncCursor(trx, place, phase.name), {
    readOnly: true,
  });
  const watermarkAt = cursor?.watermarkAt ?? null;
  let position = cursor?.position;
  if (!position || cursor?.syncId !== sync.id) {
    const isAnew = phase.fromTheBeginning === 'always' || phase.fromTheBeginning === sync.kind;
    const start = starts[phase.reading](isAnew ? null : watermarkAt);
    await context.database.inOrganization(place.organizationId, (trx) =>
      openSyncCursor(trx, place, { phase: phase.name, syncId: sync.id, position: start }),
    );
    position = start;
  }
  if (phase.reading === 'pages') return readPages(run, phase, position);
  if (phase.reading === 'whole') return readWhole(run, phase, position);
  if (phase.reading === 'histories') return readHistories(run, phase, position);
  if (phase.reading !== 'sweep') throw new Error(`Phase ${phase.name}: expected no reading '${phase.reading}' yet`);
  const choice = await chooseSweep(run, phase);
  if (choice === 'sweep') return readSweep(run, phase, position);
  if (choice === 'changes' && watermarkAt) return readChangedLinks(run, phase, position, watermarkAt);
  await commitPage(run, phase, { from: position, to: position, isLast: true, items: 0 }, async () => []);
  return 'complete';
}

/** Small things are swept each time, big ones when everything is reconciled; of big ones links are followed by their changes. */
async function chooseSweep({ context, settings, place, sync }: Run, phase: Phase): Promise<'sweep' | 'changes' | 'skip'> {
  if (sync.kind === 'reconcile') return 'sweep';
  const { table } = sweepOf(phase);
  const known = await context.database.inOrganization(place.organizationId, (trx) => table.count(trx, place), { readOnly: true });
  if (known <= settings.smallSweep) return 'sweep';
  if (phase.name !== 'issue-links') return 'skip';
  return sync.kind === 'backfill' ? 'sweep' : 'changes';
}
