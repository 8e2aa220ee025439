import { type FactRow, insertIssueStubs, putHistoriesBehind, storeIssueLinks, upsertFacts } from '@speedtax/storage/facts';
import type { CollectedRows } from './collect-rows.ts';
import type { PageWrite } from './page-write.ts';
import { settleIssues } from './settle-issues.ts';
import { rejectedRowProblem, type SyncProblem } from './sync-problem.ts';

/** Issues with all their keys and all their links; what else is known of links of theirs is gone. */
export async function storeIssues(write: PageWrite, rows: CollectedRows): Promise<SyncProblem[]> {
  const { trx, place } = write;
  const issues = rows.of('issue');
  const { rejected } = await upsertFacts(trx, place, 'issue', issues as FactRow<'issue'>[]);
  await upsertFacts(trx, place, 'issue_key', rows.of('issue_key'));
  await storeLinks(
    write,
    rows,
    issues.map(({ id }) => id),
  );
  return rejected.map((row) => rejectedRowProblem('issue', row));
}

/** Links, and stubs for ends that are not known. Where links differ, the histories of both ends tell since when. */
export async function storeLinks(
  { trx, place, syncId, readAt }: PageWrite,
  rows: CollectedRows,
  completeFor: readonly string[] = [],
): Promise<void> {
  await insertIssueStubs(trx, place, rows.placeholdersOf('issue') as FactRow<'issue'>[]);
  const { touchedIssueIds } = await storeIssueLinks(trx, place, syncId, rows.of('issue_link'), completeFor);
  await putHistoriesBehind(trx, place, touchedIssueIds);
  // A new key may be the one that a history of another issue names.
  await settleIssues(trx, place, [...new Set([...completeFor, ...touchedIssueIds])], readAt);
}
