import { countRekeyedTeams, type FactRow, forgetWatermark, type RawItem, storeOwnerChanges, upsertFacts } from '@speedtax/storage/facts';
import type { KeptItem, Mapped } from '@speedtax/trackers';
import { type CollectedRows, collectRows } from './collect-rows.ts';
import type { PageWrite } from './page-write.ts';
import { storeHistories, storeHistoriesOfIssues } from './store-histories.ts';
import { storeIssueMentions } from './store-issue-mentions.ts';
import { storeIssues, storeLinks } from './store-issues.ts';
import { findCompanions, renameRaw, storeRaw } from './store-raw.ts';
import { storeProjectSets, storeSets } from './store-sets.ts';
import { rejectedRowProblem, type SyncProblem } from './sync-problem.ts';

/**
 * Writes a page of items: what the tracker sent, and the facts it says. Items that cannot be read or stored are
 * handed back as problems; all others are stored. Writing a page again changes nothing.
 */
export async function storeItems(write: PageWrite, items: readonly unknown[]): Promise<SyncProblem[]> {
  const { phase, tracker } = write;
  const companionOf = await findCompanions(write, items);
  const learned = tracker.learn(phase, items, companionOf);
  const problems = await storeRaw(write, items, learned.kept);
  return [...problems, ...(await storeMapped(write, items, companionOf, [learned.mapped]))];
}

/** Writes a page of kept items as they are mapped now. */
export async function storeKept(write: PageWrite, items: readonly RawItem[]): Promise<SyncProblem[]> {
  await renameRaw(write, items);
  const payloads = items.map(({ payload }) => payload);
  return storeMapped(write, payloads, await findCompanions(write, payloads));
}

/** Writes what items say only together. */
export async function storeTogether(write: PageWrite, items: readonly KeptItem[]): Promise<SyncProblem[]> {
  const rows = collectRows([write.tracker.mapAll(write.phase, items)]);
  const problems = [...rows.problems, ...(await storeTracked(write, rows))];
  await storeSets(write, rows);
  return problems;
}

async function storeMapped(
  write: PageWrite,
  given: readonly unknown[],
  companionOf: (item: unknown) => unknown,
  learned: readonly Mapped[] = [],
): Promise<SyncProblem[]> {
  const { phase, tracker, source } = write;
  // What is kept of something else's history is not one of these.
  const items = source === 'kept' && phase.companion ? given.filter((item) => companionOf(item) !== undefined) : given;
  const mapped = items.map((item) => tracker.map(phase, item, companionOf(item)));
  const rows = collectRows([...learned, ...mapped]);
  const problems: SyncProblem[] = [...rows.problems, ...(await storeTracked(write, rows))];
  if (phase.reading === 'whole') await storeSets(write, rows);
  if (phase.yields.includes('project_team')) await storeProjectSets(write, rows);
  if (phase.yields.includes('issue_key') && phase.reading !== 'histories') problems.push(...(await storeIssues(write, rows)));
  else if (phase.yields.includes('issue_link')) await storeLinks(write, rows);
  if (phase.yields.includes('issue_change') && phase.reading !== 'histories') problems.push(...(await storeHistoriesOfIssues(write, rows)));
  if (phase.reading === 'histories') {
    const read = items.filter((_, i) => isRead(mapped[i]));
    problems.push(...(await storeHistories(write, read, rows)));
  }
  if (phase.yields.includes('issue_mention'))
    await storeIssueMentions(
      write,
      items.filter((_, i) => isRead(mapped[i])),
      rows,
    );
  return problems;
}

function isRead(mapped: Mapped | undefined): boolean {
  return !mapped?.problems?.some(({ kind }) => kind === 'malformed-item');
}

const simpleTables = ['person', 'team', 'workflow_status', 'initiative', 'project', 'milestone', 'cycle'] as const;
const namedTables = ['person', 'team', 'workflow_status'] as const;

async function storeTracked({ trx, place, phase, readAt }: PageWrite, rows: CollectedRows): Promise<SyncProblem[]> {
  const owners = rows.of('initiative').map(({ id, owner_id }) => ({ initiative_id: id, owner_id }));
  if (owners.length > 0 && phase.yields.includes('initiative_owner_change'))
    await storeOwnerChanges(trx, place, owners, rows.of('initiative_owner_change'), readAt);
  // Issues are read anew: each has another key now, though nobody touched it.
  if ((await countRekeyedTeams(trx, place, rows.of('team'))) > 0) await forgetWatermark(trx, place, 'issues');
  const problems: SyncProblem[] = [];
  for (const table of simpleTables) {
    const { rejected } = await upsertFacts(trx, place, table, rows.of(table) as FactRow<typeof table>[]);
    problems.push(...rejected.map((row) => rejectedRowProblem(table, row)));
  }
  // Histories count what only they name.
  if (phase.yields.includes('issue_change')) return problems;
  for (const table of namedTables)
    await upsertFacts(trx, place, table, rows.placeholdersOf(table) as FactRow<typeof table>[], { compare: [] });
  return problems;
}
