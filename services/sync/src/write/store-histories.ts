import { countUnknownTeams, replaceIssueHistories, upsertFacts } from '@speedtax/storage/facts';
import { deriveId } from '@speedtax/trackers';
import { z } from 'zod';
import type { CollectedRows } from './collect-rows.ts';
import type { PageWrite } from './page-write.ts';
import { settleIssues } from './settle-issues.ts';
import { rejectedRowProblem, type SyncProblem } from './sync-problem.ts';

const issueOf = z.object({ id: z.string(), updatedAt: z.string() });

/** Whole histories of some issues. Statuses that only they name are kept as unknown, and counted. */
export async function storeHistories(
  { trx, place, readAt }: PageWrite,
  items: readonly unknown[],
  rows: CollectedRows,
): Promise<SyncProblem[]> {
  const issues = items.map((item) => issueOf.parse(item));
  const readUpTo = new Map(issues.map(({ id, updatedAt }) => [deriveId(place.connectionId, 'issue', id), updatedAt]));
  const changes = rows.of('issue_change');
  const { rejected } = await replaceIssueHistories(trx, place, { readUpTo, changes, linkChanges: rows.of('issue_link_change') });
  const statuses = await upsertFacts(trx, place, 'workflow_status', rows.placeholdersOf('workflow_status'), { compare: [] });
  const teamIds = changes.filter(({ field }) => field === 'team').flatMap(({ from_id, to_id }) => [from_id, to_id]);
  const unknownTeams = await countUnknownTeams(trx, place, [...new Set(teamIds.filter((id) => id !== null))]);
  await settleIssues(trx, place, [...readUpTo.keys()], readAt);
  return [
    ...rejected.map((row) => rejectedRowProblem('issue change', row)),
    ...unknown('unknown-status', statuses.changed, 'statuses that histories name and the tracker does not list'),
    ...unknown('unknown-team', unknownTeams, 'teams that histories name and the tracker does not list'),
  ];
}

function unknown(kind: 'unknown-status' | 'unknown-team', count: number, what: string): SyncProblem[] {
  return count === 0 ? [] : [{ kind, subject: 'histories', detail: `${count} ${what}` }];
}
