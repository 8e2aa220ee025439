import type { InitiativeFacts, ProjectFacts } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** The projects of some issues and the initiatives that these are part of, in ascending order; who leads them is left out. */
export interface SmallPlans {
  readonly projectIds: readonly string[];
  readonly projects: readonly ProjectFacts[];
  readonly initiativeIds: readonly string[];
  readonly initiatives: readonly InitiativeFacts[];
}

interface Named {
  readonly project_id: string | null;
}

export async function loadSmallPlans(
  trx: Transaction<Tables>,
  organizationId: string,
  issues: readonly Named[],
  moreInitiativeIds: readonly string[],
): Promise<SmallPlans> {
  const named = [...new Set(issues.map((issue) => issue.project_id))].filter((id) => id !== null);
  if (named.length + moreInitiativeIds.length === 0) return { projectIds: [], projects: [], initiativeIds: [], initiatives: [] };
  const projects = await sql<{ id: string; initiative_ids: string[] }>`
    select p.id, array(
      select b.initiative_id from project_initiative b where b.organization_id = p.organization_id and b.project_id = p.id order by b.initiative_id
    ) as initiative_ids
    from project p where p.organization_id = ${organizationId} and p.id = any(${named}::uuid[])
  `.execute(trx);
  const own = [...new Set([...moreInitiativeIds, ...projects.rows.flatMap(({ initiative_ids }) => initiative_ids)])];
  const { rows } = await sql<InitiativeRow>`
    with recursive reached (id) as (
      select unnest(${own}::uuid[])
      union
      select p.parent_id from reached join initiative_parent p on p.organization_id = ${organizationId} and p.initiative_id = reached.id
    )
    select i.id, i.status, i.created_at, i.started_at, i.completed_at, array(
      select p.parent_id from initiative_parent p where p.organization_id = i.organization_id and p.initiative_id = i.id order by p.parent_id
    ) as parent_ids
    from initiative i join reached on reached.id = i.id where i.organization_id = ${organizationId}
  `.execute(trx);
  const initiatives = rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  const placeOf = new Map(initiatives.map(({ id }, place) => [id, place]));
  const placesOf = (ids: readonly string[]) => ids.map((id) => placeOf.get(id)).filter((place) => place !== undefined);
  const sortedProjects = projects.rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    projectIds: sortedProjects.map(({ id }) => id),
    projects: sortedProjects.map(({ initiative_ids }) => ({ lead: -1, status: 'active', initiatives: placesOf(initiative_ids) })),
    initiativeIds: initiatives.map(({ id }) => id),
    initiatives: initiatives.map((row) => ({ owner: -1, status: row.status, parents: placesOf(row.parent_ids), dates: datesOf(row) })),
  };
}

interface InitiativeRow {
  readonly id: string;
  readonly status: InitiativeFacts['status'];
  readonly parent_ids: string[];
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly completed_at: Date | null;
}

function datesOf({ created_at, started_at, completed_at }: InitiativeRow) {
  return {
    createdAt: created_at.getTime(),
    startedAt: started_at?.getTime() ?? null,
    completedAt: completed_at?.getTime() ?? null,
  };
}
