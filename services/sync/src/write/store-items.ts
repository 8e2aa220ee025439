import {
  countRekeyedTeams,
  type FactRow,
  forgetWatermark,
  type PairTable,
  replaceProjectDependencies,
  replaceSet,
  storeOwnerChanges,
  upsertFacts,
  upsertRawItems,
} from '@speedtax/storage/facts';
import type { Mapped } from '@speedtax/trackers';
import { type CollectedRows, collectRows } from './collect-rows.ts';
import type { PageWrite } from './page-write.ts';
import { storeHistories } from './store-histories.ts';
import { storeIssues, storeLinks } from './store-issues.ts';
import { rejectedRowProblem, type SyncProblem } from './sync-problem.ts';

/**
 * Writes a page of items: what the tracker sent, and the facts it says. Items that cannot be read or stored are
 * handed back as problems; all others are stored. Writing a page again changes nothing.
 */
export async function storeItems(write: PageWrite, items: readonly unknown[]): Promise<SyncProblem[]> {
  const { phase, tracker } = write;
  const mapped = items.map((item) => tracker.map(phase, item));
  const rows = collectRows(mapped);
  const problems: SyncProblem[] = [...rows.problems, ...(await storeRaw(write, items)), ...(await storeTracked(write, rows))];
  if (phase.reading === 'whole') await storeWhole(write, rows);
  if (phase.yields.includes('project_team')) await storeProjectSets(write, rows);
  if (phase.yields.includes('issue_key')) problems.push(...(await storeIssues(write, rows)));
  else if (phase.yields.includes('issue_link')) await storeLinks(write, rows);
  if (phase.reading === 'histories')
    problems.push(
      ...(await storeHistories(
        write,
        items.filter((_, i) => isRead(mapped[i])),
        rows,
      )),
    );
  return problems;
}

function isRead(mapped: Mapped | undefined): boolean {
  return !mapped?.problems?.some(({ kind }) => kind === 'malformed-item');
}

async function storeRaw({ trx, place, tracker, phase, fetchedAt }: PageWrite, items: readonly unknown[]): Promise<SyncProblem[]> {
  const kept = items.flatMap((payload) => {
    const name = tracker.keep(phase, payload);
    return name ? [{ ...name, payload }] : [];
  });
  const { rejected } = await upsertRawItems(trx, place, kept, fetchedAt);
  return rejected.map((row) => rejectedRowProblem('raw item', row));
}

const simpleTables = ['person', 'team', 'workflow_status', 'initiative', 'project', 'milestone', 'cycle'] as const;

async function storeTracked({ trx, place, readAt }: PageWrite, rows: CollectedRows): Promise<SyncProblem[]> {
  const owners = rows.of('initiative').map(({ id, owner_id }) => ({ initiative_id: id, owner_id }));
  if (owners.length > 0) await storeOwnerChanges(trx, place, owners, rows.of('initiative_owner_change'), readAt);
  // Issues are read anew: each has another key now, though nobody touched it.
  if ((await countRekeyedTeams(trx, place, rows.of('team'))) > 0) await forgetWatermark(trx, place, 'issues');
  const problems: SyncProblem[] = [];
  for (const table of simpleTables) {
    const { rejected } = await upsertFacts(trx, place, table, rows.of(table) as FactRow<typeof table>[]);
    problems.push(...rejected.map((row) => rejectedRowProblem(table, row)));
  }
  return problems;
}

const pairTables: readonly PairTable[] = ['team_member', 'initiative_parent', 'project_initiative'];

async function storeWhole({ trx, place, phase, readAt }: PageWrite, rows: CollectedRows): Promise<void> {
  for (const table of pairTables) {
    if (phase.yields.includes(table)) await replaceSet(trx, place, table, rows.of(table) as FactRow<typeof table>[]);
  }
  if (phase.yields.includes('project_dependency')) await replaceProjectDependencies(trx, place, rows.of('project_dependency'), readAt);
}

async function storeProjectSets({ trx, place }: PageWrite, rows: CollectedRows): Promise<void> {
  const projectIds = rows.of('project').map(({ id }) => id);
  await replaceSet(trx, place, 'project_team', rows.of('project_team'), projectIds);
  await replaceSet(trx, place, 'project_member', rows.of('project_member'), projectIds);
}
