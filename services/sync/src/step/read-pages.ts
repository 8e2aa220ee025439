import { type Page, type Phase, TrackerError } from '@speedtax/trackers';
import { z } from 'zod';
import { storeItems } from '../write/store-items.ts';
import { commitPage } from './commit-page.ts';
import { keepInScope } from './keep-in-scope.ts';
import type { PhaseOutcome, Run } from './run.ts';

/** Far beyond any workspace: a cursor that leads in a circle ends here. */
const maxPages = 100_000;
/** Changes of the last minutes are read twice: the tracker's clock and index are not ours. */
const overlapMs = 10 * 60_000;
const everSince = new Date(0).toISOString();

const position = z.object({ after: z.string().nullable(), since: z.string() });

export function startOfPages(watermarkAt: Date | null): z.infer<typeof position> {
  return { after: null, since: watermarkAt ? new Date(watermarkAt.getTime() - overlapMs).toISOString() : everSince };
}

/** Reads a connection page by page; the next page is on its way while one is written. */
export async function readPages(run: Run, phase: Phase, from: unknown): Promise<PhaseOutcome> {
  let at = position.parse(from);
  let coming = fetchAhead(run, phase, at);
  for (let pages = 0; pages < maxPages; pages += 1) {
    const page: Page = await coming;
    if (page.endCursor !== null && page.endCursor === at.after)
      throw new TrackerError('transient', `${phase.name}: the page after ${at.after} repeats`);
    const isLast = page.endCursor === null;
    const next = { ...at, after: page.endCursor };
    const items = phase.name === 'issues' ? await keepInScope(run, phase, page.items) : page.items;
    const pauses = run.isOver();
    if (!isLast && !pauses) coming = fetchAhead(run, phase, next);
    await commitPage(run, phase, { from: at, to: next, isLast, items: items.length, problems: page.problems ?? [] }, (write) =>
      storeItems(write, items),
    );
    if (isLast) return 'complete';
    if (pauses) return 'paused';
    at = next;
  }
  throw new TrackerError('refused', `${phase.name}: more than ${maxPages} pages`);
}

function fetchAhead(run: Run, phase: Phase, { after, since }: z.infer<typeof position>): Promise<Page> {
  const page = run.tracker.fetchPage(phase, { after, since });
  // It is awaited when its turn comes; until then its failure is nobody's.
  page.catch(() => {});
  return page;
}
