import type { Issue } from '../../company/issue.ts';
import type { Team } from '../../company/team.ts';
import type { JiraSite } from './jira-site.ts';

/** The one component of a project, where components say whose an issue is. */
export function componentOf({ numbers }: JiraSite, team: Team): { id: string; name: string } {
  return { id: String(numbers.of('component', team)), name: `${team.name} crew` };
}

export function listComponents(site: JiraSite, team: Team): { id: string; name: string }[] {
  return site.settings.teamMark === 'component' ? [componentOf(site, team)] : [];
}

/** Labels have no spaces. The one that says whose an issue is belongs to the team, not to the issue. */
export function listLabels({ settings }: JiraSite, { labels }: Issue, team: Team): string[] {
  const own = labels.map(({ name }) => name.replaceAll(' ', '-'));
  return [...own, ...(settings.teamMark === 'label' ? [`team-${team.id.slice(0, 8)}`] : [])].sort();
}
