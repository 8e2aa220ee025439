import type { PlanStatusName } from '../tables.ts';
import type { DatabaseTransaction } from './database-transaction.ts';

export interface InitiativeRelations {
  readonly ownerChanges: readonly { at: Date; fromPersonId: string | null; toPersonId: string | null; source: 'history' | 'observed' }[];
  readonly parents: readonly { id: string; name: string }[];
  readonly children: readonly { id: string; name: string }[];
  readonly projects: readonly {
    id: string;
    name: string;
    status: PlanStatusName;
    leadId: string | null;
    url: string | null;
    targetOn: string | null;
  }[];
}

/** What stands around an initiative: former owners, initiatives above and below, its own projects. */
export async function findInitiativeRelations(trx: DatabaseTransaction, organizationId: string, id: string): Promise<InitiativeRelations> {
  const ownerChanges = await trx
    .selectFrom('initiative_owner_change')
    .select(['at', 'from_person_id as fromPersonId', 'to_person_id as toPersonId', 'source'])
    .where('organization_id', '=', organizationId)
    .where('initiative_id', '=', id)
    .orderBy('at')
    .execute();
  const projects = await trx
    .selectFrom('project as p')
    .innerJoin('project_initiative as l', (join) =>
      join.onRef('l.organization_id', '=', 'p.organization_id').onRef('l.project_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.name', 'p.status', 'p.lead_id as leadId', 'p.url', 'p.target_on as targetOn'])
    .where('p.organization_id', '=', organizationId)
    .where('l.initiative_id', '=', id)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
  return {
    ownerChanges,
    parents: await listNeighbors(trx, organizationId, 'initiative_id', 'parent_id', id),
    children: await listNeighbors(trx, organizationId, 'parent_id', 'initiative_id', id),
    projects,
  };
}

function listNeighbors(
  trx: DatabaseTransaction,
  organizationId: string,
  own: 'initiative_id' | 'parent_id',
  other: 'initiative_id' | 'parent_id',
  id: string,
): Promise<{ id: string; name: string }[]> {
  return trx
    .selectFrom('initiative as i')
    .innerJoin('initiative_parent as p', (join) =>
      join.onRef('p.organization_id', '=', 'i.organization_id').onRef(`p.${other}`, '=', 'i.id'),
    )
    .select(['i.id', 'i.name'])
    .where('i.organization_id', '=', organizationId)
    .where(`p.${own}`, '=', id)
    .orderBy('i.name')
    .orderBy('i.id')
    .execute();
}
