import type { InitiativeFacts, PersonFacts, PlanDates, ProjectFacts } from '@speedtax/domain';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { indexById } from './list-ids.ts';
import { listOwnerChanges } from './list-owner-changes.ts';

export interface Plans {
  readonly people: readonly PersonFacts[];
  readonly personIds: readonly string[];
  readonly projects: readonly ProjectFacts[];
  readonly projectIds: readonly string[];
  readonly initiatives: readonly InitiativeFacts[];
  readonly initiativeIds: readonly string[];
}

/** People, projects and initiatives, each in the order of their ids. Thousands at most: plain objects will do. */
export async function loadPlans(trx: Transaction<Tables>, organizationId: string, teamIndex: ReadonlyMap<string, number>): Promise<Plans> {
  const people = await trx
    .selectFrom('person')
    .select(['id', 'active'])
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .execute();
  const initiatives = await trx
    .selectFrom('initiative')
    .select(['id', 'owner_id', 'status', 'created_at', 'started_at', 'completed_at'])
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .execute();
  const projects = await trx
    .selectFrom('project')
    .select(['id', 'lead_id', 'status', 'created_at', 'started_at', 'completed_at'])
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .execute();

  const personIds = people.map((person) => person.id);
  const initiativeIds = initiatives.map((initiative) => initiative.id);
  const personIndex = indexById(personIds);
  const initiativeIndex = indexById(initiativeIds);

  const members = await linksOf(trx, organizationId, 'team_member', 'person_id', 'team_id', teamIndex);
  const parents = await linksOf(trx, organizationId, 'initiative_parent', 'initiative_id', 'parent_id', initiativeIndex);
  const belongs = await linksOf(trx, organizationId, 'project_initiative', 'project_id', 'initiative_id', initiativeIndex);
  const changes = Map.groupBy(await listOwnerChanges(trx, organizationId), (change) => change.initiativeId);
  const position = (id: string | null) => (id === null ? -1 : (personIndex.get(id) ?? -1));
  return {
    personIds,
    people: people.map(({ id, active }) => ({ active, teams: members.get(id) ?? [] })),
    initiativeIds,
    initiatives: initiatives.map(({ id, owner_id, status, ...row }) => ({
      owner: position(owner_id),
      status,
      parents: parents.get(id) ?? [],
      dates: planDates(row),
      ownerChanges: (changes.get(id) ?? []).map(({ at, from, to }) => ({ at, from: position(from), to: position(to) })),
    })),
    projectIds: projects.map((project) => project.id),
    projects: projects.map(({ id, lead_id, status, ...row }) => ({
      lead: position(lead_id),
      status,
      initiatives: belongs.get(id) ?? [],
      dates: planDates(row),
    })),
  };
}

function planDates(row: { created_at: Date; started_at: Date | null; completed_at: Date | null }): PlanDates {
  return {
    createdAt: row.created_at.getTime(),
    startedAt: row.started_at?.getTime() ?? null,
    completedAt: row.completed_at?.getTime() ?? null,
  };
}

type Links = {
  team_member: 'person_id' | 'team_id';
  initiative_parent: 'initiative_id' | 'parent_id';
  project_initiative: 'project_id' | 'initiative_id';
};

/** For each id on one side, the positions of those on the other. */
async function linksOf<T extends keyof Links>(
  trx: Transaction<Tables>,
  organizationId: string,
  table: T,
  own: Links[T],
  other: Links[T],
  index: ReadonlyMap<string, number>,
): Promise<Map<string, number[]>> {
  const rows = await trx
    .selectFrom(table as 'team_member')
    .select([`${own as 'person_id'} as own`, `${other as 'team_id'} as other`])
    .where('organization_id', '=', organizationId)
    .orderBy(own as 'person_id')
    .orderBy(other as 'team_id')
    .execute();
  const links = new Map<string, number[]>();
  for (const row of rows) {
    const position = index.get(row.other);
    if (position === undefined) continue;
    const positions = links.get(row.own);
    if (positions) positions.push(position);
    else links.set(row.own, [position]);
  }
  return links;
}
