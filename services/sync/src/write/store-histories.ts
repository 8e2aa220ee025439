import { countUnknownTeams, noteHistoriesRead, replaceIssueHistories, upsertFacts } from '@speedtax/storage/facts';
import { deriveId, type Phase } from '@speedtax/trackers';
import { z } from 'zod';
import type { CollectedRows } from './collect-rows.ts';
import type { PageWrite } from './page-write.ts';
import { settleIssues } from './settle-issues.ts';
import { rejectedRowProblem, type SyncProblem } from './sync-problem.ts';

const issueOf = z.object({ id: z.string(), updatedAt: z.string().nullish() });

/** Whole histories of some issues, each an item. */
export async function storeHistories(write: PageWrite, items: readonly unknown[], rows: CollectedRows): Promise<SyncProblem[]> {
  const { trx, place, phase, source, changedAt } = write;
  const issues = items.map((item) => issueOf.parse(item));
  const kept = keptHistoriesOf(phase);
  if (!kept) {
    const readUpTo = issues.map(({ id, updatedAt }): ReadUpTo => [id, updatedAt ?? changedAt?.get(id)?.toISOString() ?? null]);
    return storeWholeHistories(write, readUpTo, rows);
  }
  const ids = issues.map(({ id }) => id);
  if (source === 'tracker') await noteHistoriesRead(trx, place, kept, ids);
  return [];
}

/** The same, where issues bring their histories with them. */
export function storeHistoriesOfIssues(write: PageWrite, rows: CollectedRows): Promise<SyncProblem[]> {
  const readUpTo = rows.of('issue').map(({ external_id, updated_at }): ReadUpTo => [external_id, updated_at]);
  return storeWholeHistories(write, readUpTo, rows);
}

/** The tracker's id of an issue, and its last change that the history includes, where it is known. */
type ReadUpTo = readonly [id: string, at: string | null];

/** Statuses that only they name are kept as unknown, and counted. */
async function storeWholeHistories(write: PageWrite, issues: readonly ReadUpTo[], rows: CollectedRows): Promise<SyncProblem[]> {
  const { trx, place, source, readAt } = write;
  const readUpTo = new Map(issues.map(([id, at]) => [deriveId(place.connectionId, 'issue', id), source === 'kept' ? null : at]));
  const changes = rows.of('issue_change');
  const { rejected } = await replaceIssueHistories(trx, place, {
    readUpTo,
    changes,
    linkChanges: rows.of('issue_link_change'),
    flags: rows.of('issue_flag'),
  });
  await upsertFacts(trx, place, 'issue_key', rows.of('issue_key'));
  await upsertFacts(trx, place, 'person', rows.placeholdersOf('person'), { compare: [] });
  await upsertFacts(trx, place, 'team', rows.placeholdersOf('team'), { compare: [] });
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

/** Where a phase reads something other than histories of issues: under which names both are kept. */
export function keptHistoriesOf({ of, companion, keeps }: Phase): { kind: string; historyKind: string } | null {
  const [historyKind] = keeps;
  return (of === 'plans' || of === 'remote-links') && companion !== undefined && historyKind !== undefined
    ? { kind: companion, historyKind }
    : null;
}

function unknown(kind: 'unknown-status' | 'unknown-team', count: number, what: string): SyncProblem[] {
  return count === 0 ? [] : [{ kind, subject: 'histories', detail: `${count} ${what}` }];
}
