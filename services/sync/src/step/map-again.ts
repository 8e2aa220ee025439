import {
  countRawItems,
  type FactTransaction,
  findSyncCursor,
  listRawItems,
  openSyncCursor,
  type SyncCursor,
} from '@speedtax/storage/facts';
import type { Phase } from '@speedtax/trackers';
import { z } from 'zod';
import { storeKept } from '../write/store-items.ts';
import { commitPage } from './commit-page.ts';
import { listKept } from './open-tracker.ts';
import { putBehind, putTogether } from './put-together.ts';
import type { PhaseOutcome, Run } from './run.ts';

const pageSize = 200;
/** A hundred million items. */
const maxPages = 500_000;

const position = z.object({
  /** What the rows were, or are being, mapped with. */
  digest: z.string(),
  /** Name under which the next items are kept, by its place in the phase. */
  kind: z.int(),
  afterId: z.string().nullable(),
});
type Position = z.infer<typeof position>;

const cursorOf = (phase: Phase) => `mapped ${phase.name}`;

/** Notes what the rows of a phase are mapped with from here on: where nothing of it was mapped yet, or `all` of it is mapped now. */
export async function noteMapping(trx: FactTransaction, { place, sync, tracker }: Run, phase: Phase, all: boolean): Promise<void> {
  const digest = isMappedAgain(phase) ? tracker.digest(phase) : null;
  if (digest === null || (!all && (await findSyncCursor(trx, place, cursorOf(phase))))) return;
  await openSyncCursor(trx, place, {
    phase: cursorOf(phase),
    syncId: sync.id,
    position: { digest, kind: phase.keeps.length, afterId: null },
  });
}

/**
 * Maps again what was mapped with other words or another mapping than there are now: everything that is kept of those phases, and
 * then what they say together. Sends no request.
 */
export async function mapAgain(run: Run): Promise<PhaseOutcome> {
  const stale = await listStalePhases(run);
  for (const { phase, at } of stale) {
    const outcome = phase.reading === 'whole' ? await mapWhole(run, phase, at) : await mapPages(run, phase, at);
    if (outcome === 'paused') return 'paused';
  }
  return putTogether(run);
}

interface StalePhase {
  readonly phase: Phase;
  readonly at: Position;
}

/** Of phases that keep their items under one name, the first stands for all. */
async function listStalePhases(run: Run): Promise<StalePhase[]> {
  const { context, place, tracker, sync } = run;
  const stale: StalePhase[] = [];
  const kinds = new Set<string>();
  for (const phase of run.plan.filter(isMappedAgain)) {
    const digest = tracker.digest(phase);
    if (digest === null || phase.keeps.every((kind) => kinds.has(kind))) continue;
    for (const kind of phase.keeps) kinds.add(kind);
    const at = await context.database.inOrganization(place.organizationId, async (trx) => {
      const cursor = await findSyncCursor(trx, place, cursorOf(phase));
      const known = cursor && readPosition(cursor);
      if (known?.digest === digest && known.kind >= phase.keeps.length) return null;
      const isUnderWay = known?.digest === digest;
      const start = isUnderWay ? known : { digest, kind: 0, afterId: null };
      if (!isUnderWay) await putBehind(trx, run);
      await openSyncCursor(trx, place, { phase: cursorOf(phase), syncId: sync.id, position: start });
      return start;
    });
    if (at) stale.push({ phase, at });
  }
  return stale;
}

function readPosition({ position: written }: SyncCursor): Position | null {
  const read = position.safeParse(written);
  return read.success ? read.data : null;
}

async function mapPages(run: Run, phase: Phase, from: Position): Promise<PhaseOutcome> {
  const { context, place } = run;
  const total = await context.database.inOrganization(place.organizationId, (trx) => countRawItems(trx, place, phase.keeps), {
    readOnly: true,
  });
  let at = from;
  for (let pages = 0; pages < maxPages; pages += 1) {
    const kind = phase.keeps[at.kind];
    if (kind === undefined) return 'complete';
    const { afterId } = at;
    const items = await context.database.inOrganization(
      place.organizationId,
      (trx) => listRawItems(trx, place, { kind, afterId, limit: pageSize }),
      {
        readOnly: true,
      },
    );
    const last = items.length === pageSize ? items.at(-1) : undefined;
    const next = last ? { ...at, afterId: last.externalId } : { ...at, kind: at.kind + 1, afterId: null };
    const page = { from: at, to: next, isLast: false, items: items.length, total, cursor: cursorOf(phase), source: 'kept' } as const;
    await commitPage(run, phase, page, (write) => storeKept(write, items));
    at = next;
    if (run.isOver()) return phase.keeps[at.kind] === undefined ? 'complete' : 'paused';
  }
  throw new Error(`${phase.name}: expected to be mapped again within ${maxPages} pages`);
}

async function mapWhole(run: Run, phase: Phase, from: Position): Promise<PhaseOutcome> {
  const items = await listKept(run.context, run.place, phase.keeps);
  const to = { ...from, kind: phase.keeps.length };
  const page = { from, to, isLast: false, items: items.length, cursor: cursorOf(phase), source: 'kept' } as const;
  await commitPage(run, phase, page, (write) => storeKept(write, items));
  return 'complete';
}

/** Histories of plans say nothing by themselves. */
function isMappedAgain({ reading, keeps, of }: Phase): boolean {
  return keeps.length > 0 && reading !== 'stored' && of !== 'plans';
}
