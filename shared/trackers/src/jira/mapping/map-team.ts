import type { TeamRow } from '../../fact-rows.ts';
import type { JiraSite } from '../site/jira-site.ts';
import type { JiraTeam } from '../site/teams/find-team.ts';
import { teamIdOf } from './ids.ts';

export function mapTeam(site: JiraSite, team: JiraTeam): TeamRow {
  return { id: teamIdOf(site, team), external_id: team.externalId, key: team.externalId, name: team.name, url: null, archived_at: null };
}
