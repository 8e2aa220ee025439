import {
  deleteIssues,
  deletePlans,
  type FactRow,
  fillProjectsFromParents,
  insertIssueStubs,
  listDeletions,
  moveWithParents,
  putHistoriesBehind,
  putReadingsBehind,
  storeIssueLinks,
  upsertFacts,
} from '@speedtax/storage/facts';
import type { CollectedRows } from './collect-rows.ts';
import { asksByName, type PageWrite } from './page-write.ts';
import { settleIssues } from './settle-issues.ts';
import { rejectedRowProblem, type SyncProblem } from './sync-problem.ts';

/** Issues with all their keys and all their links; what else is known of links of theirs is gone. */
export async function storeIssues(write: PageWrite, rows: CollectedRows): Promise<SyncProblem[]> {
  const { trx, place } = write;
  await deleteIssues(trx, place, rows.noLonger('issue'));
  for (const table of ['project', 'initiative'] as const) await deletePlans(trx, place, table, rows.noLonger(table));
  const issues = await prepareIssues(write, rows.of('issue') as FactRow<'issue'>[]);
  const ids = issues.map(({ id }) => id);
  const { rejected } = await upsertFacts(trx, place, 'issue', issues);
  if (write.phase.projectOfParent) await moveWithParents(trx, place, ids);
  await upsertFacts(trx, place, 'issue_key', rows.of('issue_key'));
  await storeLinks(write, rows, ids);
  return rejected.map((row) => rejectedRowProblem('issue', row));
}

async function prepareIssues(
  { trx, place, tracker, phase, source }: PageWrite,
  rows: readonly FactRow<'issue'>[],
): Promise<FactRow<'issue'>[]> {
  const issues = phase.projectOfParent ? await fillProjectsFromParents(trx, place, rows) : [...rows];
  if (source === 'tracker') return asksByName(tracker) ? issues.map((issue) => ({ ...issue, read_again: false })) : issues;
  const deletions = await listDeletions(
    trx,
    place,
    issues.map(({ id }) => id),
  );
  return issues.map((issue) => ({ ...issue, closed_at: deletions.get(issue.id) ?? issue.closed_at ?? null }));
}

/** Links, and stubs for ends that are not known. Where links differ, the histories of both ends tell since when. */
export async function storeLinks(write: PageWrite, rows: CollectedRows, completeFor: readonly string[] = []): Promise<void> {
  const { trx, place, syncId, tracker, source, readAt } = write;
  await insertIssueStubs(trx, place, rows.placeholdersOf('issue') as FactRow<'issue'>[], asksByName(tracker));
  const { touchedIssueIds } = await storeIssueLinks(trx, place, syncId, rows.of('issue_link'), completeFor);
  if (source === 'tracker') {
    await putHistoriesBehind(trx, place, touchedIssueIds);
    const complete = new Set(completeFor);
    if (asksByName(tracker))
      await putReadingsBehind(
        trx,
        place,
        touchedIssueIds.filter((id) => !complete.has(id)),
      );
  }
  // A new key may be the one that a history of another issue names.
  await settleIssues(trx, place, [...new Set([...completeFor, ...touchedIssueIds])], readAt);
}
