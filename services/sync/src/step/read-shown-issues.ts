import { forgetDeletions, listRawItemsOf, listShownIssues, putHistoriesBehind } from '@speedtax/storage/facts';
import { deriveId, externalIdOf, type Phase } from '@speedtax/trackers';
import type { PageWrite } from '../write/page-write.ts';
import { storeItems } from '../write/store-items.ts';
import type { SyncProblem } from '../write/sync-problem.ts';
import { keepInScope } from './keep-in-scope.ts';
import type { Run } from './run.ts';

/**
 * Reads those of a page of ids that we do not hold, or hold as deleted: who joins a private team sees issues that
 * nobody has changed.
 */
export async function readShownIssues(run: Run, externalIds: readonly string[]): Promise<unknown[]> {
  const { context, place } = run;
  const ids = new Map(externalIds.map((externalId) => [deriveId(place.connectionId, 'issue', externalId), externalId]));
  const [, ...otherKinds] = issuesPhase(run).keeps;
  const shown = await context.database.inOrganization(
    place.organizationId,
    async (trx) => {
      // What is kept as something else, such as a plan, is held too.
      const others = await Promise.all(otherKinds.map((kind) => listRawItemsOf(trx, place, kind, externalIds)));
      const otherIds = others.flat().map(({ externalId }) => deriveId(place.connectionId, 'issue', externalId));
      return [...(await listShownIssues(trx, place, [...ids.keys()])), ...otherIds];
    },
    { readOnly: true },
  );
  for (const id of shown) ids.delete(id);
  return keepInScope(run, issuesPhase(run), await fetchIssues(run, [...ids.values()]));
}

/** Issues by the tracker's ids; those that it does not show are left out. */
export async function fetchIssues(run: Run, externalIds: readonly string[]): Promise<unknown[]> {
  const phase = issuesPhase(run);
  const { idsAtOnce = phase.pageSize } = phase;
  const items: unknown[] = [];
  for (let from = 0; from < externalIds.length; from += idsAtOnce) {
    const page = await run.tracker.fetchPage(phase, { ids: externalIds.slice(from, from + idsAtOnce) });
    items.push(...page.items);
  }
  return items;
}

/** Stores them as a page of issues is; that they were taken for deleted is forgotten. */
export async function storeShownIssues(write: PageWrite, items: readonly unknown[]): Promise<SyncProblem[]> {
  if (items.length === 0) return [];
  const { trx, place } = write;
  const phase = issuesPhase(write.tracker);
  const problems = await storeItems({ ...write, phase }, items);
  const externalIds = items.map(externalIdOf).filter((id) => id !== undefined);
  const returned = await forgetDeletions(
    trx,
    place,
    externalIds.map((id) => deriveId(place.connectionId, 'issue', id)),
  );
  const bringsHistories = phase.yields.includes('issue_change');
  if (!bringsHistories) await putHistoriesBehind(trx, place, returned);
  return problems;
}

function issuesPhase({ plan }: { plan: readonly Phase[] }): Phase {
  const phase = plan.find(({ name }) => name === 'issues');
  if (!phase) throw new Error("The plan: expected a phase 'issues'");
  return phase;
}
