import type { EntryHistory, Initiative } from '../company/initiative.ts';
import { connectList, type PageArgs } from './connection.ts';
import type { FieldTable, RequestScope, Resolver } from './request-scope.ts';

const MAX_NESTING = 5;

const connect =
  (list: (initiative: Initiative) => Parameters<typeof connectList>[0]): Resolver<Initiative> =>
  (initiative, args: PageArgs, { now }) =>
    connectList(list(initiative), args, now);

export const initiativeFields: FieldTable = {
  Initiative: {
    url: (initiative: Initiative, _args, { company }: RequestScope) =>
      `https://linear.app/${company.organization.urlKey}/initiative/${initiative.slugId}`,
    parentInitiative: (initiative: Initiative) => initiative.parents[0],
    parentInitiatives: connect((initiative) => initiative.parents),
    subInitiatives: connect((initiative) => initiative.subInitiatives),
    projects: (initiative: Initiative, args: PageArgs & { includeSubInitiatives?: boolean }, scope) => {
      const family = args.includeSubInitiatives === false ? [initiative] : listFamily(initiative, 0);
      const projects = family.flatMap(({ toProjects }) => toProjects.map(({ project }) => project));
      return connectList([...new Set(projects)], args, scope.now);
    },
    history: (initiative: Initiative, args: PageArgs, { now }) => {
      const entries = initiative.history.map((entry) => ({ ...entry, initiative }));
      return connectList<EntryHistory>(entries, args, now);
    },
  },
};

function listFamily(initiative: Initiative, depth: number): Initiative[] {
  if (depth >= MAX_NESTING) return [initiative];
  return [initiative, ...initiative.subInitiatives.flatMap((sub) => listFamily(sub, depth + 1))];
}
