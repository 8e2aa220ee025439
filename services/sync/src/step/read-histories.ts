import { externalIdOf, type Phase } from '@speedtax/trackers';
import { z } from 'zod';
import { storeItems } from '../write/store-items.ts';
import type { SyncProblem } from '../write/sync-problem.ts';
import { commitPage, type PageCommit } from './commit-page.ts';
import { decideConcurrency } from './decide-concurrency.ts';
import { type Behind, type BehindSource, sourceOf } from './issues-behind.ts';
import type { PhaseOutcome, Run } from './run.ts';

/** A million issues in batches of one. */
const maxRounds = 1_000_000;

const position = z.object({ afterId: z.string().nullable() });
export const startOfHistories: z.infer<typeof position> = { afterId: null };

/** Issues that were asked for at once, and what there is about them. */
interface Batch {
  readonly issues: readonly Behind[];
  readonly items: readonly unknown[];
  readonly problems: readonly SyncProblem[];
}

/** A few batches that are fetched at once, in the order of their issues. */
interface Round {
  readonly batches: readonly PromiseSettledResult<Batch>[];
  /** The last issue asked for; undefined: none is behind. */
  readonly lastId: string | undefined;
}

/** Reads the histories of issues that changed since theirs was read. That they are behind is in their rows, so nothing is forgotten. */
export async function readHistories(run: Run, phase: Phase, from: unknown): Promise<PhaseOutcome> {
  let at = position.parse(from);
  const source = sourceOf(run, phase);
  const total = await expectTotal(run, source);
  let coming = fetchRound(run, phase, source, at.afterId);
  for (let rounds = 0; rounds < maxRounds; rounds += 1) {
    const { batches, lastId } = await coming;
    const pauses = run.isOver();
    const failure = batches.find((batch) => batch.status === 'rejected');
    const answered = batches.flatMap((batch) => (batch.status === 'fulfilled' ? [batch.value] : []));
    if (lastId === undefined) {
      await commitPage(run, phase, { from: at, to: at, isLast: true, items: 0, total }, async () => []);
      return 'complete';
    }
    // Each is written by itself and let go: histories are the most there is of an issue. The next round comes with the last of them.
    for (let batch = answered.shift(); batch; batch = answered.shift()) {
      if (answered.length === 0 && !pauses && !failure) coming = fetchRound(run, phase, source, lastId);
      // What failed is still behind, and is found again from the same place.
      const next = failure ? at : { afterId: batch.issues.at(-1)?.id ?? at.afterId };
      await storeBatch(run, phase, source, batch, { from: at, to: next, total });
      at = next;
    }
    if (failure) throw failure.reason;
    if (pauses) return 'paused';
  }
  throw new Error(`${phase.name}: expected to be done within ${maxRounds} rounds`);
}

async function storeBatch(
  run: Run,
  phase: Phase,
  source: BehindSource,
  { issues, items, problems }: Batch,
  page: Pick<PageCommit, 'from' | 'to'> & { readonly total: number },
): Promise<void> {
  await commitPage(run, phase, { ...page, isLast: false, items: items.length, problems }, async (write) => {
    const missing = findMissing(issues, items);
    await source.giveUp(write.trx, missing);
    return [...(await storeItems({ ...write, changedAt: changesOf(issues) }, items)), ...missing.map(notFound)];
  });
}

function fetchRound(run: Run, phase: Phase, source: BehindSource, afterId: string | null): Promise<Round> {
  const round = findAndFetch(run, phase, source, afterId);
  // It is awaited when its turn comes; until then its failure is nobody's.
  round.catch(() => {});
  return round;
}

async function findAndFetch(run: Run, phase: Phase, source: BehindSource, afterId: string | null): Promise<Round> {
  const atOnce = decideConcurrency(run.tracker.budgetLeft(), run.settings.requestsAtOnce);
  const issues = await source.list(afterId, atOnce * phase.pageSize);
  const batches = Array.from({ length: Math.ceil(issues.length / phase.pageSize) }, (_, i) =>
    issues.slice(i * phase.pageSize, (i + 1) * phase.pageSize),
  );
  const answers = await Promise.allSettled(
    batches.map(async (batch) => {
      const { items, problems = [] } = await run.tracker.fetchPage(phase, { ids: batch.map(({ externalId }) => externalId) });
      return { issues: batch, items, problems };
    }),
  );
  return { batches: answers, lastId: issues.at(-1)?.id };
}

function changesOf(issues: readonly Behind[]): Map<string, Date> {
  return new Map(issues.flatMap(({ externalId, updatedAt }) => (updatedAt ? [[externalId, updatedAt] as const] : [])));
}

function findMissing(issues: readonly Behind[], items: readonly unknown[]): Behind[] {
  const found = new Set(items.map(externalIdOf));
  return issues.filter(({ externalId }) => !found.has(externalId));
}

function notFound({ externalId }: Behind): SyncProblem {
  return {
    kind: 'history-not-found',
    subject: `issue ${externalId}`,
    detail: 'the tracker does not show this issue any more; its known history stays',
  };
}

/** What has been read so far, and the histories that are to come. */
async function expectTotal({ context, place, sync }: Run, source: BehindSource): Promise<number> {
  return context.database.inOrganization(
    place.organizationId,
    async (trx) => {
      const { done } = await trx
        .selectFrom('sync')
        .select('done')
        .where('organization_id', '=', place.organizationId)
        .where('id', '=', sync.id)
        .executeTakeFirstOrThrow();
      return done + (await source.count(trx));
    },
    { readOnly: true },
  );
}
