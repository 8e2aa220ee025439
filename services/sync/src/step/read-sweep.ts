import { externalIdOf, type Page, type Phase, TrackerError } from '@speedtax/trackers';
import { z } from 'zod';
import type { PageWrite } from '../write/page-write.ts';
import { storeItems } from '../write/store-items.ts';
import type { SyncProblem } from '../write/sync-problem.ts';
import { commitPage } from './commit-page.ts';
import {
  decideSweep,
  judgePage,
  judgeWithoutOrder,
  rangeOfPage,
  type SweepPosition,
  type SweptPage,
  sweepPosition,
} from './judge-sweep.ts';
import { fetchIssues } from './read-shown-issues.ts';
import type { PhaseOutcome, Run } from './run.ts';
import { type Sweep, sweepOf } from './sweeps.ts';

const maxPages = 100_000;

/** Reads all of a big thing in order of creation; what is ours and not in its place is gone, what is there and not ours is read. */
export async function readSweep(run: Run, phase: Phase, from: unknown): Promise<PhaseOutcome> {
  const sweep = sweepOf(phase);
  let at = sweepPosition.parse(from);
  let coming = fetchAhead(run, phase, at.after);
  for (let pages = 0; pages < maxPages; pages += 1) {
    const page = await coming;
    if (page.endCursor !== null && page.endCursor === at.after)
      throw new TrackerError('transient', `${phase.name}: the page after ${at.after} repeats`);
    const isLast = page.endCursor === null;
    const pauses = run.isOver();
    if (!isLast && !pauses) coming = fetchAhead(run, phase, page.endCursor);
    const compared = await comparePage(run, sweep, at, page);
    const next = isLast ? await confirmMissing(run, sweep, compared) : compared;
    const shown = (await sweep.shown?.read(run, idsOf(page))) ?? [];
    await commitPage(run, phase, { from: at, to: next, isLast, items: shown.length, problems: page.problems ?? [] }, async (write) => {
      const problems = [...(await storeItems(write, page.items)), ...((await sweep.shown?.store(write, shown)) ?? [])];
      return isLast ? [...problems, ...(await endSweep(write, sweep, next))] : problems;
    });
    if (isLast) return 'complete';
    if (pauses) return 'paused';
    at = next;
  }
  throw new TrackerError('refused', `${phase.name}: more than ${maxPages} pages`);
}

const sweptItem = z.object({ id: z.string(), createdAt: z.iso.datetime({ offset: true }) });

function idsOf({ items }: Page): string[] {
  return items.map((item) => sweptItem.parse(item).id);
}

async function comparePage(run: Run, { table, shown }: Sweep, at: SweepPosition, { items, endCursor }: Page): Promise<SweepPosition> {
  const page: SweptPage = { items: items.map((item) => sweptItem.parse(item)), endCursor };
  const range = rangeOfPage(at, page, run.sync.readAt.toISOString());
  const { context, place } = run;
  const listKnown = (between: typeof range) =>
    context.database.inOrganization(place.organizationId, (trx) => table.listCreatedBetween(trx, place, between), { readOnly: true });
  const next = judgePage(at, page, await listKnown(range));
  // Only where what is missing is asked for by its id as well.
  if (endCursor !== null || !next.isOutOfOrder || !shown) return next;
  return judgeWithoutOrder(next, await listKnown({ after: null, upTo: run.sync.readAt.toISOString() }));
}

/** What a sweep did not meet is asked for by its id before it is taken for deleted: pages shift while people work. */
async function confirmMissing(run: Run, { table, shown }: Sweep, position: SweepPosition): Promise<SweepPosition> {
  const { context, place } = run;
  if (!shown || position.missing.length === 0) return position;
  const counted = await context.database.inOrganization(
    place.organizationId,
    async (trx) => ({ known: await table.count(trx, place), missing: await table.listByIds(trx, place, position.missing) }),
    { readOnly: true },
  );
  if (decideSweep(position, counted.known) !== 'remove') return position;
  const there = await fetchIssues(
    run,
    counted.missing.map(({ externalId }) => externalId),
  );
  const met = new Set(there.map(externalIdOf));
  return { ...position, missing: counted.missing.filter(({ externalId }) => !met.has(externalId)).map(({ id }) => id) };
}

async function endSweep(write: PageWrite, { table, remove, believesAll = false }: Sweep, position: SweepPosition): Promise<SyncProblem[]> {
  const known = await table.count(write.trx, write.place);
  const verdict = decideSweep(position, believesAll ? Number.POSITIVE_INFINITY : known);
  if (verdict === 'remove') await remove(write, position.missing);
  if (verdict === 'remove' || verdict === 'nothing-missing') return [];
  const detail = `${position.missing.length} of ${known} were not met; none was removed`;
  return [{ kind: verdict === 'out-of-order' ? 'sweep-out-of-order' : verdict, subject: write.phase.name, detail }];
}

function fetchAhead(run: Run, phase: Phase, after: string | null): Promise<Page> {
  const page = run.tracker.fetchPage(phase, { after });
  // It is awaited when its turn comes; until then its failure is nobody's.
  page.catch(() => {});
  return page;
}
