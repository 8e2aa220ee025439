import type { Team } from '../../company/team.ts';
import { presentSprint } from '../payloads/sprint-payload.ts';
import { refuse } from '../server/jira-errors.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { boardIdOf, sprintOf } from '../site/sprints.ts';
import { type Endpoint, ok } from './endpoint.ts';
import { pageOf } from './page-bean.ts';
import { findProject, listProjects } from './project-endpoints.ts';

/** Boards, one for each project, and their sprints. */
export const agileEndpoints: readonly Endpoint[] = [
  {
    route: 'GET agile/board',
    answer: ({ site }, request) => {
      const asked = request.query.get('projectKeyOrId');
      const teams = asked === null ? listProjects(site) : [findProject(site, asked)].filter((team) => team !== undefined);
      return ok(
        pageOf(
          site,
          request,
          teams.map((team) => presentBoard(site, team)),
        ),
      );
    },
  },
  {
    route: 'GET agile/board/:/sprint',
    answer: ({ site }, request) => {
      const team = listProjects(site).find((each) => String(boardIdOf(site, each)) === request.params[0]);
      if (!team)
        return refuse(
          404,
          'The requested board cannot be viewed because it either does not exist or you do not have permission to view it.',
        );
      if (!hasSprints(site, team)) return refuse(400, "The board doesn't support sprints");
      return ok(
        pageOf(
          site,
          request,
          team.cycles.map((cycle) => presentSprint(sprintOf(site, cycle))),
        ),
      );
    },
  },
  {
    route: 'GET agile/sprint/:',
    answer: ({ site }, { params }) => {
      const cycle = site.company.cycles.all.find((each) => String(sprintOf(site, each).id) === params[0]);
      return cycle && site.settings.hasSprints ? ok(presentSprint(sprintOf(site, cycle))) : refuse(404, 'Sprint does not exist');
    },
  },
];

function presentBoard(site: JiraSite, team: Team) {
  const id = boardIdOf(site, team);
  const projectId = site.numbers.of('project', team);
  return {
    id,
    self: `${site.baseUrl}/rest/agile/1.0/board/${id}`,
    name: `${team.key} board`,
    type: hasSprints(site, team) ? 'scrum' : 'kanban',
    location: { projectId, projectKey: team.key, projectName: team.name, projectTypeKey: 'software' },
  };
}

function hasSprints({ settings }: JiraSite, { cycles }: Team): boolean {
  return settings.hasSprints === true && cycles.length > 0;
}
