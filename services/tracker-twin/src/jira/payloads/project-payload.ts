import type { Team, User } from '../../company/team.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { presentUser } from './user-payload.ts';

/** As it stands in an issue. */
export function presentProject({ baseUrl, isCloud, numbers }: JiraSite, team: Team) {
  const id = String(numbers.of('project', team));
  const shown = { self: `${baseUrl}/rest/api/2/project/${id}`, id, key: team.key, name: team.name, projectTypeKey: 'software' };
  return isCloud ? { ...shown, simplified: true } : shown;
}

/** As it stands in a list of projects, with its lead. */
export function presentWholeProject(site: JiraSite, team: Team) {
  const lead = findLead(team);
  const isArchived = team.archivedAt !== null || team.retiredAt !== null;
  return {
    ...presentProject(site, team),
    ...(site.isCloud && { style: 'next-gen', isPrivate: team.visibility !== 'public' }),
    ...(isArchived && { archived: true }),
    ...(lead && { lead: presentUser(site, lead) }),
  };
}

function findLead({ memberships }: Team): User | undefined {
  return memberships.find(({ owner }) => owner)?.user;
}
