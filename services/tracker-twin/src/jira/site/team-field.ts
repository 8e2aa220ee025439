import type { Team } from '../../company/team.ts';
import type { JiraSite } from './jira-site.ts';

/** What the Team field of an issue holds: on Cloud a team known by a uuid, on Data Center by a number. */
export function teamFieldValue({ isCloud, numbers }: JiraSite, team: Team): { id: string; name: string } {
  return { id: isCloud ? team.id : String(numbers.of('project', team) - 9_999), name: team.name };
}
