import type { Company } from '../company/company.ts';
import type { Team, User } from '../company/team.ts';
import type { InitiativePlan } from './initiatives.ts';

/** Every third dedicated owner leads people of one team only, and borrows the rest. */
const BORROWS_EVERY = 3;

/** Dedicated owners belong to the teams that work on their initiative: that is what dedication is for. */
export function joinOwners(company: Company, plans: readonly InitiativePlan[]): void {
  const dedicated = plans.filter(({ accountability }) => accountability === 'dedicated');
  for (const [place, { initiative }] of dedicated.entries()) {
    const { owner } = initiative;
    if (!owner) continue;
    const teams = [...new Set(initiative.toProjects.flatMap(({ project }) => project.teams))];
    const own = place % BORROWS_EVERY === BORROWS_EVERY - 1 ? teams.slice(0, 1) : teams;
    for (const team of own) addMember(company, team, owner, team.memberships.length);
  }
}

export function addMember(company: Company, team: Team, user: User, place: number): void {
  if (user.memberships.some((membership) => membership.team === team)) return;
  const at = Math.max(team.createdAt, user.createdAt);
  const membership = {
    id: company.nextId('membership'),
    team,
    user,
    owner: place === 0,
    sortOrder: place * 100,
    createdAt: at,
    updatedAt: at,
    archivedAt: null,
  };
  company.memberships.add(membership);
  team.memberships.push(membership);
  user.memberships.push(membership);
}
