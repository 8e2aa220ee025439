import { type Page, type Phase, TrackerError } from '@speedtax/trackers';
import { z } from 'zod';
import { storeItems } from '../write/store-items.ts';
import { commitPage } from './commit-page.ts';
import type { PhaseOutcome, Run } from './run.ts';

const maxPages = 400;
const overlapMs = 10 * 60_000;

const changedItem = z.object({ updatedAt: z.iso.datetime({ offset: true }) });

/**
 * Reads links from the latest change back to what the last sync saw: for workspaces with too many to read them all each
 * time. Removed links are told by histories, and by the next reconcile.
 */
export async function readChangedLinks(run: Run, phase: Phase, from: Record<string, unknown>, watermarkAt: Date): Promise<PhaseOutcome> {
  const since = watermarkAt.getTime() - overlapMs;
  const items: unknown[] = [];
  let after: string | null = null;
  for (let pages = 0; pages === 0 || after !== null; pages += 1) {
    if (pages >= maxPages) throw new TrackerError('refused', `${phase.name}: more than ${maxPages} pages of changes`);
    const page: Page = await run.tracker.fetchPage(phase, { after, order: 'latest-change-first' });
    const fresh = page.items.filter((item) => isSince(item, since));
    items.push(...fresh);
    after = fresh.length < page.items.length ? null : page.endCursor;
  }
  await commitPage(run, phase, { from, to: from, isLast: true, items: 0 }, (write) => storeItems(write, items));
  return 'complete';
}

function isSince(item: unknown, since: number): boolean {
  const parsed = changedItem.safeParse(item);
  return !parsed.success || Date.parse(parsed.data.updatedAt) >= since;
}
