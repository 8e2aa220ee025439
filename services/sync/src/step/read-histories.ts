import { externalIdOf, type Phase } from '@speedtax/trackers';
import { z } from 'zod';
import { storeItems } from '../write/store-items.ts';
import type { SyncProblem } from '../write/sync-problem.ts';
import { commitPage } from './commit-page.ts';
import { decideConcurrency } from './decide-concurrency.ts';
import { type Behind, type BehindSource, sourceOf } from './issues-behind.ts';
import type { PhaseOutcome, Run } from './run.ts';

/** A million issues in batches of one. */
const maxRounds = 1_000_000;

const position = z.object({ afterId: z.string().nullable() });
export const startOfHistories: z.infer<typeof position> = { afterId: null };

/** A few batches that are fetched at once and written together. */
interface Round {
  /** Issues that were asked for, and about which there is an answer. */
  readonly issues: readonly Behind[];
  readonly items: readonly unknown[];
  readonly problems: readonly SyncProblem[];
  /** Why there is none about the others of the round. */
  readonly failure: unknown;
}

/** Reads the histories of issues that changed since theirs was read. That they are behind is in their rows, so nothing is forgotten. */
export async function readHistories(run: Run, phase: Phase, from: unknown): Promise<PhaseOutcome> {
  let at = position.parse(from);
  const source = sourceOf(run, phase);
  const total = await expectTotal(run, source);
  let coming = fetchRound(run, phase, source, at.afterId);
  for (let rounds = 0; rounds < maxRounds; rounds += 1) {
    const { issues, items, problems, failure }: Round = await coming;
    const last = issues.at(-1);
    const pauses = run.isOver();
    if (last && !pauses && !failure) coming = fetchRound(run, phase, source, last.id);
    // What failed is still behind, and is found again from the same place.
    const next = failure ? at : { afterId: last?.id ?? at.afterId };
    await commitPage(run, phase, { from: at, to: next, isLast: !last && !failure, items: items.length, total, problems }, async (write) => {
      const missing = findMissing(issues, items);
      await source.giveUp(write.trx, missing);
      return [...(await storeItems({ ...write, changedAt: changesOf(issues) }, items)), ...missing.map(notFound)];
    });
    if (failure) throw failure;
    if (!last) return 'complete';
    if (pauses) return 'paused';
    at = next;
  }
  throw new Error(`${phase.name}: expected to be done within ${maxRounds} rounds`);
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
  const answered = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  return {
    issues: answered.flatMap((one) => one.issues),
    items: answered.flatMap((one) => one.items),
    problems: answered.flatMap((one) => one.problems),
    failure: answers.find((answer) => answer.status === 'rejected')?.reason,
  };
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
