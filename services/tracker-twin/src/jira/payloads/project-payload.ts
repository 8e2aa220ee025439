import type { Team, User } from '../../company/team.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { presentUser } from './user-payload.ts';

/** As it stands in an issue. */
export function presentProject({ baseUrl, isCloud, numbers }: JiraSite, team: Team) {
  const id = String(numbers.of('project', team));
  const shown = { self: `${baseUrl}/rest/api/2/project/${id}`, id, key: team.key, name: team.name, projectTypeKey: 'software' };
  return isCloud ? { ...shown, simplified: true } : shown;
}

/** As it stands by itself, or in a list of projects: there its lead is shown to who asks for it. */
export function presentWholeProject(site: JiraSite, team: Team, hasLead: boolean) {
  const lead = hasLead ? findLead(team) : undefined;
  return {
    ...presentProject(site, team),
    ...(site.isCloud && { style: 'next-gen', isPrivate: team.visibility !== 'public' }),
    ...(isArchived(team) && { archived: true }),
    ...(lead && { lead: presentUser(site, lead) }),
  };
}

export function isArchived({ archivedAt, retiredAt }: Team): boolean {
  return archivedAt !== null || retiredAt !== null;
}

function findLead({ memberships }: Team): User | undefined {
  return memberships.find(({ owner }) => owner)?.user;
}
