import type { Team } from '../../company/team.ts';
import { presentComponent } from '../payloads/component-payload.ts';
import { isArchived, presentWholeProject } from '../payloads/project-payload.ts';
import { refuse } from '../server/jira-errors.ts';
import type { JiraRequest } from '../server/jira-request.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { listComponents } from '../site/team-marks.ts';
import { type Endpoint, ok } from './endpoint.ts';
import { pageOf } from './page-bean.ts';
import { readList } from './read-params.ts';

const NO_PROJECT = refuse(404, 'No project could be found with the given key or id.');

export const projectEndpoints: readonly Endpoint[] = [
  {
    route: 'GET project',
    answer: ({ site }, request) => {
      const isAll = site.isCloud || request.query.get('includeArchived') === 'true';
      const teams = listProjects(site).filter((team) => isAll || !isArchived(team));
      return ok(teams.map((team) => presentWholeProject(site, team, hasLead(request))));
    },
  },
  {
    route: 'GET project/search',
    of: 'cloud',
    answer: ({ site }, request) => {
      const statuses = readList(request, 'status');
      const asked = new Set(statuses.length > 0 ? statuses : ['live']);
      const teams = listProjects(site).filter((team) => asked.has(isArchived(team) ? 'archived' : 'live'));
      return ok(
        pageOf(
          site,
          request,
          teams.map((team) => presentWholeProject(site, team, hasLead(request))),
        ),
      );
    },
  },
  {
    route: 'GET project/:',
    answer: ({ site }, { params }) => {
      const team = findProject(site, params[0]);
      return team ? ok(presentWholeProject(site, team, true)) : NO_PROJECT;
    },
  },
  {
    route: 'GET project/:/components',
    answer: ({ site }, { params }) => {
      const team = findProject(site, params[0]);
      return team ? ok(presentComponents(site, [team])) : NO_PROJECT;
    },
  },
  {
    route: 'GET project/:/component',
    of: 'cloud',
    answer: ({ site }, request) => {
      const team = findProject(site, request.params[0]);
      return team ? ok(pageOf(site, request, presentComponents(site, [team]))) : NO_PROJECT;
    },
  },
  {
    route: 'GET component',
    of: 'cloud',
    answer: ({ site }, request) => ok(pageOf(site, request, presentComponents(site, listProjects(site)))),
  },
  {
    route: 'POST permissions/project',
    of: 'cloud',
    answer: ({ site }) => ok({ projects: listProjects(site).map((team) => ({ id: site.numbers.of('project', team), key: team.key })) }),
  },
];

function presentComponents(site: JiraSite, teams: readonly Team[]) {
  return teams.flatMap((team) =>
    listComponents(site, team).map((component) => ({
      ...presentComponent(site, component),
      project: team.key,
      projectId: site.numbers.of('project', team),
    })),
  );
}

function hasLead(request: JiraRequest): boolean {
  return readList(request, 'expand').includes('lead');
}

export function listProjects({ company, hidden }: JiraSite): Team[] {
  return company.teams.all.filter((team) => !hidden.has(team));
}

export function findProject(site: JiraSite, idOrKey: string | undefined): Team | undefined {
  return listProjects(site).find((team) => team.key === idOrKey || String(site.numbers.of('project', team)) === idOrKey);
}
