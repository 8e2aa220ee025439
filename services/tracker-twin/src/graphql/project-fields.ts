import type { EntryHistory, Project, ProjectMilestone } from '../company/initiative.ts';
import { connectList, type PageArgs } from './connection.ts';
import type { FieldTable, RequestScope, Resolver } from './request-scope.ts';

const PRIORITY_LABELS = ['No priority', 'Urgent', 'High', 'Medium', 'Low'];

const connect =
  (list: (project: Project) => Parameters<typeof connectList>[0]): Resolver<Project> =>
  (project, args: PageArgs, { now }) =>
    connectList(list(project), args, now);

export const projectFields: FieldTable = {
  Project: {
    url: (project: Project, _args, { company }: RequestScope) =>
      `https://linear.app/${company.organization.urlKey}/project/${project.slugId}`,
    state: (project: Project) => project.status.type,
    priorityLabel: (project: Project) => PRIORITY_LABELS[project.priority],
    members: connect((project) => project.members),
    teams: connect((project) => project.teams),
    initiatives: connect((project) => project.initiativeToProjects.map(({ initiative }) => initiative)),
    initiativeToProjects: connect((project) => project.initiativeToProjects),
    projectMilestones: connect((project) => project.projectMilestones),
    issues: connect((project) => project.issues),
    relations: connect((project) => project.relations),
    inverseRelations: connect((project) => project.inverseRelations),
    history: (project: Project, args: PageArgs, { now }: RequestScope) => {
      const entries = project.history.map((entry) => ({ ...entry, project }));
      return connectList<EntryHistory>(entries, args, now);
    },
  },
  ProjectMilestone: {
    issues: (milestone: ProjectMilestone, args: PageArgs, { now }: RequestScope) => {
      const isOfMilestone = (issue: Project['issues'][number]) => issue.projectMilestone === milestone;
      return connectList(milestone.project.issues.filter(isOfMilestone), args, now);
    },
  },
};
