import {
  deleteOtherOwnerChanges,
  deleteOtherPlans,
  type FactRow,
  type PairTable,
  replaceProjectDependencies,
  replaceSet,
} from '@speedtax/storage/facts';
import type { CollectedRows } from './collect-rows.ts';
import type { PageWrite } from './page-write.ts';

const pairTables: readonly PairTable[] = ['team_member', 'initiative_parent', 'project_initiative'];

/** Makes what a phase tells whole the only rows of its sets. */
export async function storeSets({ trx, place, phase, source, readAt }: PageWrite, rows: CollectedRows): Promise<void> {
  for (const table of pairTables) {
    if (phase.yields.includes(table)) await replaceSet(trx, place, table, rows.of(table) as FactRow<typeof table>[]);
  }
  if (phase.yields.includes('project_dependency')) {
    await replaceProjectDependencies(trx, place, rows.of('project_dependency'), source === 'kept' ? null : readAt);
  }
  if (phase.reading !== 'stored') return;
  for (const table of ['initiative', 'project'] as const) {
    const ids = rows.of(table).map(({ id }) => id);
    if (phase.yields.includes(table)) await deleteOtherPlans(trx, place, table, ids);
  }
  if (phase.yields.includes('initiative_owner_change')) await deleteOtherOwnerChanges(trx, place, rows.of('initiative_owner_change'));
}

/** The teams and people of the projects of a page. */
export async function storeProjectSets({ trx, place }: PageWrite, rows: CollectedRows): Promise<void> {
  const projectIds = rows.of('project').map(({ id }) => id);
  await replaceSet(trx, place, 'project_team', rows.of('project_team'), projectIds);
  await replaceSet(trx, place, 'project_member', rows.of('project_member'), projectIds);
}
