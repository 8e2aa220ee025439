import type { CycleRow, TeamMemberRow } from '../../fact-rows.ts';
import type { Mapped } from '../../mapped.ts';
import type { JiraSite, SiteSprint } from '../site/jira-site.ts';
import { idOf, personIdFor, teamIdOf } from './ids.ts';
import { mapStatus, problemsOfStatuses } from './map-statuses.ts';
import { mapTeam } from './map-team.ts';

/** What a site says without any of its issues: teams where projects are teams, who leads them, statuses, sprints. */
export function mapSite(site: JiraSite): Mapped {
  const teams = new Map(
    [...site.projects.values()].flatMap((project) => {
      const team = teamOfProject(site, project.id);
      return team === null ? [] : [[team.identity, mapTeam(site, team)] as const];
    }),
  );
  return {
    rows: {
      team: [...teams.values()],
      team_member: mapLeads(site),
      workflow_status: [...site.statuses.values()].flatMap((status) => mapStatus(site, status)),
      cycle: [...site.sprints.values()].flatMap((sprint) => mapSprint(site, sprint)),
    },
    problems: problemsOfStatuses([...site.statuses.values()]),
  };
}

/** The team that a project is, or is a part of, where projects are what teams are told by. */
function teamOfProject(site: JiraSite, projectId: string) {
  const project = site.projects.get(projectId);
  if (project === undefined || site.mapping.teams.source !== 'project') return null;
  const answer = site.teams({ project, components: [], labels: [], team: null, issueType: { id: '', name: '' } });
  return typeof answer === 'string' ? null : answer;
}

/** Jira lists nobody else: whoever leads a project is the only known member of the team that it is, or is a part of. */
function mapLeads(site: JiraSite): TeamMemberRow[] {
  const rows = [...site.projects.values()].flatMap(({ id, leadId }) => {
    const team = leadId === null ? null : teamOfProject(site, id);
    return team === null || leadId === null ? [] : [{ team_id: teamIdOf(site, team), person_id: personIdFor(site, leadId) }];
  });
  return [...new Map(rows.map((row) => [`${row.team_id} ${row.person_id}`, row])).values()];
}

/** A sprint of one team; one that several share, or that has no dates yet, is nobody's cycle. */
function mapSprint(site: JiraSite, sprint: SiteSprint): CycleRow[] {
  const { id, name, startsAt, endsAt, completedAt } = sprint;
  const teams = new Map(
    [...sprint.projectIds].flatMap((projectId) => {
      const team = teamOfProject(site, projectId);
      return team === null ? [] : [[team.identity, team] as const];
    }),
  );
  const [team] = teams.values();
  const end = endsAt ?? completedAt;
  if (team === undefined || teams.size > 1 || startsAt === null || end === null) return [];
  const number = Number(/(\d{1,9})\D*$/.exec(name)?.[1] ?? id) || 0;
  return [
    {
      id: idOf(site, 'cycle', id),
      external_id: id,
      team_id: teamIdOf(site, team),
      number,
      name,
      starts_at: startsAt,
      ends_at: end,
      completed_at: completedAt,
    },
  ];
}
