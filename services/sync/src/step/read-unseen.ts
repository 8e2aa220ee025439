import { listIssuesToReadAgain, noteReadAgain, type TrackedIssue } from '@speedtax/storage/facts';
import type { Page, Phase } from '@speedtax/trackers';
import { z } from 'zod';
import { commitPage } from './commit-page.ts';
import { decideConcurrency } from './decide-concurrency.ts';
import { storeShownIssues } from './read-shown-issues.ts';
import type { PhaseOutcome, Run } from './run.ts';

/** A million issues in batches of one. */
const maxRounds = 1_000_000;

const position = z.object({ afterId: z.string().nullable() });
export const startOfUnseen: z.infer<typeof position> = { afterId: null };

/** Reads issues by their ids that others name, or of which others tell what their own last reading did not. What is not shown stays a name. */
export async function readUnseen(run: Run, phase: Phase, from: unknown): Promise<PhaseOutcome> {
  let at = position.parse(from);
  for (let rounds = 0; rounds < maxRounds; rounds += 1) {
    const issues = await listNext(run, phase, at.afterId);
    const pages = await fetchBatches(run, phase, issues);
    const items = pages.flatMap((page) => page.items);
    const problems = pages.flatMap((page) => page.problems ?? []);
    const last = issues.at(-1);
    const next = { afterId: last?.id ?? at.afterId };
    await commitPage(run, phase, { from: at, to: next, isLast: !last, items: items.length, problems }, async (write) => {
      const stored = await storeShownIssues(write, items);
      await noteReadAgain(
        write.trx,
        write.place,
        issues.map(({ id }) => id),
      );
      return stored;
    });
    if (!last) return 'complete';
    if (run.isOver()) return 'paused';
    at = next;
  }
  throw new Error(`${phase.name}: expected to be done within ${maxRounds} rounds`);
}

function listNext({ context, place, sync, tracker, settings }: Run, phase: Phase, afterId: string | null): Promise<TrackedIssue[]> {
  const limit = decideConcurrency(tracker.budgetLeft(), settings.requestsAtOnce) * phase.pageSize;
  const allStubs = sync.kind !== 'incremental' && sync.kind !== 'targeted';
  return context.database.inOrganization(place.organizationId, (trx) => listIssuesToReadAgain(trx, place, { afterId, limit, allStubs }), {
    readOnly: true,
  });
}

function fetchBatches({ tracker }: Run, phase: Phase, issues: readonly TrackedIssue[]): Promise<Page[]> {
  const starts = Array.from({ length: Math.ceil(issues.length / phase.pageSize) }, (_, i) => i * phase.pageSize);
  return Promise.all(
    starts.map((start) =>
      tracker.fetchPage(phase, { ids: issues.slice(start, start + phase.pageSize).map(({ externalId }) => externalId) }),
    ),
  );
}
