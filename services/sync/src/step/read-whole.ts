import { type Page, type Phase, TrackerError } from '@speedtax/trackers';
import { storeItems } from '../write/store-items.ts';
import type { SyncProblem } from '../write/sync-problem.ts';
import { commitPage } from './commit-page.ts';
import { noteMapping } from './map-again.ts';
import type { PhaseOutcome, Run } from './run.ts';

/** Fifty thousand items: what is bigger must be read another way. */
const maxPages = 200;

/** Reads all of a small thing and replaces the set that is stored. Interrupted, it begins anew: it is a few requests. */
export async function readWhole(run: Run, phase: Phase, from: Record<string, unknown>): Promise<PhaseOutcome> {
  const items: unknown[] = [];
  const problems: SyncProblem[] = [];
  let after: string | null = null;
  for (let pages = 0; pages === 0 || after !== null; pages += 1) {
    if (pages >= maxPages) throw new TrackerError('refused', `${phase.name}: more than ${maxPages} pages`);
    const page: Page = await run.tracker.fetchPage(phase, { after });
    if (page.endCursor !== null && page.endCursor === after)
      throw new TrackerError('transient', `${phase.name}: the page after ${after} repeats`);
    items.push(...page.items);
    problems.push(...(page.problems ?? []));
    after = page.endCursor;
  }
  await commitPage(run, phase, { from, to: from, isLast: true, items: items.length, problems }, async (write) => {
    const stored = await storeItems(write, items);
    await noteMapping(write.trx, run, phase, true);
    return stored;
  });
  return 'complete';
}
