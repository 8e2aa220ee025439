import { countIssuesBehind, giveUpHistories, listIssuesBehind, type TrackedIssue } from '@speedtax/storage/facts';
import { externalIdOf, type Phase } from '@speedtax/trackers';
import { z } from 'zod';
import { storeItems } from '../write/store-items.ts';
import type { SyncProblem } from '../write/sync-problem.ts';
import { commitPage } from './commit-page.ts';
import type { PhaseOutcome, Run } from './run.ts';

/** A million issues in batches of one. */
const maxRounds = 1_000_000;

const position = z.object({ afterId: z.string().nullable() });
export const startOfHistories: z.infer<typeof position> = { afterId: null };

/** A few batches that are fetched at once and written together. */
interface Round {
  /** Issues that were asked for, and about which there is an answer. */
  readonly issues: readonly TrackedIssue[];
  readonly items: readonly unknown[];
  /** Why there is none about the others of the round. */
  readonly failure: unknown;
}

/** Reads the histories of issues that changed since theirs was read. That they are behind is in their rows, so nothing is forgotten. */
export async function readHistories(run: Run, phase: Phase, from: unknown): Promise<PhaseOutcome> {
  let at = position.parse(from);
  const total = await expectTotal(run);
  let coming = fetchRound(run, phase, at.afterId);
  for (let rounds = 0; rounds < maxRounds; rounds += 1) {
    const { issues, items, failure }: Round = await coming;
    const last = issues.at(-1);
    const pauses = run.isOver();
    if (last && !pauses && !failure) coming = fetchRound(run, phase, last.id);
    // What failed is still behind, and is found again from the same place.
    const next = failure ? at : { afterId: last?.id ?? at.afterId };
    await commitPage(run, phase, { from: at, to: next, isLast: !last && !failure, items: items.length, total }, async (write) => {
      const missing = findMissing(issues, items);
      await giveUpHistories(
        write.trx,
        write.place,
        missing.map(({ id }) => id),
      );
      return [...(await storeItems(write, items)), ...missing.map(notFound)];
    });
    if (failure) throw failure;
    if (!last) return 'complete';
    if (pauses) return 'paused';
    at = next;
  }
  throw new Error(`${phase.name}: expected to be done within ${maxRounds} rounds`);
}

function fetchRound(run: Run, phase: Phase, afterId: string | null): Promise<Round> {
  const round = findAndFetch(run, phase, afterId);
  // It is awaited when its turn comes; until then its failure is nobody's.
  round.catch(() => {});
  return round;
}

async function findAndFetch(run: Run, phase: Phase, afterId: string | null): Promise<Round> {
  const { context, place } = run;
  const atOnce = decideConcurrency(run.tracker.budgetLeft(), run.settings.requestsAtOnce);
  const limit = atOnce * phase.pageSize;
  const options = { afterId, linkedOnly: phase.of === 'linked-issues', limit };
  const issues = await context.database.inOrganization(place.organizationId, (trx) => listIssuesBehind(trx, place, options), {
    readOnly: true,
  });
  const batches = Array.from({ length: Math.ceil(issues.length / phase.pageSize) }, (_, i) =>
    issues.slice(i * phase.pageSize, (i + 1) * phase.pageSize),
  );
  const answers = await Promise.allSettled(
    batches.map(async (batch) => {
      const { items } = await run.tracker.fetchPage(phase, { ids: batch.map(({ externalId }) => externalId) });
      return { issues: batch, items };
    }),
  );
  const answered = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  return {
    issues: answered.flatMap((one) => one.issues),
    items: answered.flatMap((one) => one.items),
    failure: answers.find((answer) => answer.status === 'rejected')?.reason,
  };
}

/** Requests at once, by the share of the tracker's budget that is left: the last of it is used one by one. */
export function decideConcurrency(left: number, most: number): number {
  if (left > 0.5) return most;
  return left > 0.2 ? Math.ceil(most / 2) : 1;
}

function findMissing(issues: readonly TrackedIssue[], items: readonly unknown[]): TrackedIssue[] {
  const found = new Set(items.map(externalIdOf));
  return issues.filter(({ externalId }) => !found.has(externalId));
}

function notFound({ externalId }: TrackedIssue): SyncProblem {
  return {
    kind: 'history-not-found',
    subject: `issue ${externalId}`,
    detail: 'the tracker does not show this issue any more; its known history stays',
  };
}

/** What has been read so far, and the histories that are to come. */
async function expectTotal({ context, place, sync }: Run): Promise<number> {
  return context.database.inOrganization(
    place.organizationId,
    async (trx) => {
      const { done } = await trx
        .selectFrom('sync')
        .select('done')
        .where('organization_id', '=', place.organizationId)
        .where('id', '=', sync.id)
        .executeTakeFirstOrThrow();
      return done + (await countIssuesBehind(trx, place));
    },
    { readOnly: true },
  );
}
