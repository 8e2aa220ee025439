import type { InitiativeFacts, PersonFacts, PlanDates, ProjectFacts } from '@speedtax/domain';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { indexById } from './list-ids.ts';
import { listOwnerChanges } from './list-owner-changes.ts';
import type { Identities } from './load-identities.ts';

export interface Plans {
  readonly people: readonly PersonFacts[];
  readonly personIds: readonly string[];
  readonly projects: readonly ProjectFacts[];
  readonly projectIds: readonly string[];
  readonly initiatives: readonly InitiativeFacts[];
  readonly initiativeIds: readonly string[];
}

/** People, projects and initiatives, each in the order of their ids. Thousands at most: plain objects will do. */
export async function loadPlans(
  trx: Transaction<Tables>,
  organizationId: string,
  teamIndex: ReadonlyMap<string, number>,
  identities: Identities,
): Promise<Plans> {
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
  const [personIndex, teams] = [asOne(indexById(personIds), identities.person), asOne(teamIndex, identities.team)];
  const initiativeIndex = indexById(initiativeIds);

  const members = await linksOf(trx, organizationId, 'team_member', 'person_id', 'team_id', teams);
  const parents = await linksOf(trx, organizationId, 'initiative_parent', 'initiative_id', 'parent_id', initiativeIndex);
  const belongs = await linksOf(trx, organizationId, 'project_initiative', 'project_id', 'initiative_id', initiativeIndex);
  const changes = Map.groupBy(await listOwnerChanges(trx, organizationId), (change) => change.initiativeId);
  const position = (id: string | null) => (id === null ? -1 : (personIndex.get(id) ?? -1));
  return {
    personIds,
    people: joinPeople(people, members, personIndex),
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

/** Where the one that stands for each of them is. */
function asOne(index: ReadonlyMap<string, number>, canonicalOf: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  if (canonicalOf.size === 0) return index;
  return new Map([...index].map(([id, place]) => [id, index.get(canonicalOf.get(id) ?? id) ?? place]));
}

/** Whoever is somebody in several trackers is active in one of them, and in the teams of all. The others' places are nobody's. */
function joinPeople(
  people: readonly { id: string; active: boolean }[],
  teamsOf: ReadonlyMap<string, readonly number[]>,
  index: ReadonlyMap<string, number>,
): PersonFacts[] {
  const joined = people.map(() => ({ active: false, teams: [] as number[] }));
  for (const { id, active } of people) {
    const one = joined[index.get(id) as number] as (typeof joined)[number];
    one.active ||= active;
    one.teams = [...new Set([...one.teams, ...(teamsOf.get(id) ?? [])])].sort((a, b) => a - b);
  }
  return joined;
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
