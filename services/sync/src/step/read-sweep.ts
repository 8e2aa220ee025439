import {
  closeDeletedIssues,
  deleteIssueLinks,
  issueLinksSwept,
  openIssuesSwept,
  putHistoriesBehind,
  type SweptTable,
} from '@speedtax/storage/facts';
import { type Page, type Phase, TrackerError } from '@speedtax/trackers';
import { z } from 'zod';
import type { PageWrite } from '../write/page-write.ts';
import { settleIssues } from '../write/settle-issues.ts';
import { storeItems } from '../write/store-items.ts';
import type { SyncProblem } from '../write/sync-problem.ts';
import { commitPage } from './commit-page.ts';
import { decideSweep, judgePage, rangeOfPage, type SweepPosition, type SweptPage, sweepPosition } from './judge-sweep.ts';
import { readShownIssues, storeShownIssues } from './read-shown-issues.ts';
import type { PhaseOutcome, Run } from './run.ts';

const maxPages = 100_000;

interface Sweep {
  readonly table: SweptTable;
  /** What becomes of that which the tracker no longer has. */
  remove(write: PageWrite, ids: readonly string[]): Promise<void>;
  /** What the tracker shows and we lack, where pages of the sweep do not bring it themselves. */
  readonly shown?: {
    read(run: Run, externalIds: readonly string[]): Promise<unknown[]>;
    store(write: PageWrite, items: readonly unknown[]): Promise<SyncProblem[]>;
  };
}

const sweeps: Readonly<Record<string, Sweep>> = {
  'issue-links': {
    table: issueLinksSwept,
    async remove({ trx, place, readAt }, ids) {
      const { touchedIssueIds } = await deleteIssueLinks(trx, place, ids);
      await putHistoriesBehind(trx, place, touchedIssueIds);
      await settleIssues(trx, place, touchedIssueIds, readAt);
    },
  },
  'deleted-issues': {
    table: openIssuesSwept,
    async remove({ trx, place, readAt }, ids) {
      await closeDeletedIssues(trx, place, ids, readAt);
    },
    shown: { read: readShownIssues, store: storeShownIssues },
  },
};

export function sweepOf(phase: Phase): Sweep {
  const sweep = sweeps[phase.name];
  if (!sweep) throw new Error(`Phase ${phase.name}: expected one that is swept (${Object.keys(sweeps).join(', ')})`);
  return sweep;
}

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
    const next = await comparePage(run, sweep, at, page);
    const shown = (await sweep.shown?.read(run, idsOf(page))) ?? [];
    await commitPage(run, phase, { from: at, to: next, isLast, items: shown.length }, async (write) => {
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

async function comparePage(run: Run, { table }: Sweep, at: SweepPosition, { items, endCursor }: Page): Promise<SweepPosition> {
  const page: SweptPage = { items: items.map((item) => sweptItem.parse(item)), endCursor };
  const range = rangeOfPage(at, page, run.sync.readAt.toISOString());
  const { context, place } = run;
  const known = await context.database.inOrganization(place.organizationId, (trx) => table.listCreatedBetween(trx, place, range), {
    readOnly: true,
  });
  return judgePage(at, page, known);
}

async function endSweep(write: PageWrite, { table, remove }: Sweep, position: SweepPosition): Promise<SyncProblem[]> {
  const known = await table.count(write.trx, write.place);
  const verdict = decideSweep(position, known);
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
