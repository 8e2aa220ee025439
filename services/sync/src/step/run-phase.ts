import { findSyncCursor, openSyncCursor } from '@speedtax/storage/facts';
import type { Phase, Reading } from '@speedtax/trackers';
import { commitPage } from './commit-page.ts';
import { startOfSweep } from './judge-sweep.ts';
import { noteMapping } from './map-again.ts';
import { readChangedLinks } from './read-changed-links.ts';
import { readHistories, startOfHistories } from './read-histories.ts';
import { readPages, startOfPages } from './read-pages.ts';
import { readStored } from './read-stored.ts';
import { readSweep } from './read-sweep.ts';
import { readUnseen, startOfUnseen } from './read-unseen.ts';
import { readWhole } from './read-whole.ts';
import type { PhaseOutcome, Run } from './run.ts';
import { sweepOf } from './sweeps.ts';

type Start = (watermarkAt: Date | null) => Record<string, unknown>;

const starts: Readonly<Record<Reading, Start>> = {
  pages: startOfPages,
  whole: () => ({}),
  histories: () => startOfHistories,
  sweep: () => startOfSweep,
  unseen: () => startOfUnseen,
  stored: () => ({}),
};

type Read = (run: Run, phase: Phase, position: Record<string, unknown>, watermarkAt: Date | null) => Promise<PhaseOutcome>;

const reads: Readonly<Record<Reading, Read>> = {
  pages: readPages,
  whole: readWhole,
  histories: readHistories,
  sweep: sweepWhatIsDue,
  unseen: readUnseen,
  stored: (run, phase, position) => readStored(run, phase, position),
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
    await context.database.inOrganization(place.organizationId, async (trx) => {
      if (phase.reading !== 'whole') await noteMapping(trx, run, phase, false);
      await openSyncCursor(trx, place, { phase: phase.name, syncId: sync.id, position: start });
    });
    position = start;
  }
  return reads[phase.reading](run, phase, position, watermarkAt);
}

async function sweepWhatIsDue(run: Run, phase: Phase, position: Record<string, unknown>, watermarkAt: Date | null): Promise<PhaseOutcome> {
  const choice = await chooseSweep(run, phase);
  if (choice === 'sweep') return readSweep(run, phase, position);
  if (choice === 'changes' && watermarkAt) return readChangedLinks(run, phase, position, watermarkAt);
  await commitPage(run, phase, { from: position, to: position, isLast: true, items: 0 }, async () => []);
  return 'complete';
}

/** Small things are swept each time, big ones when everything is reconciled; of big ones links are followed by their changes. */
async function chooseSweep({ context, settings, place, sync }: Run, phase: Phase): Promise<'sweep' | 'changes' | 'skip'> {
  if (sync.kind === 'reconcile' || (sync.kind === 'backfill' && phase.endsFirstReading)) return 'sweep';
  const { table } = sweepOf(phase);
  const known = await context.database.inOrganization(place.organizationId, (trx) => table.count(trx, place), { readOnly: true });
  if (known <= settings.smallSweep) return 'sweep';
  if (phase.name === 'deleted-issues') return 'skip';
  return sync.kind === 'backfill' ? 'sweep' : 'changes';
}
