import { z } from 'zod';
import { id, instant, type LinearQuery, maybeInstant, reference } from './linear-query.ts';

const projectDependencyNode = z.object({
  id,
  type: z.string(),
  createdAt: instant,
  archivedAt: maybeInstant,
  project: reference,
  relatedProject: reference,
});
export type ProjectDependencyNode = z.infer<typeof projectDependencyNode>;

export const projectDependenciesQuery: LinearQuery<ProjectDependencyNode> = {
  name: 'ProjectDependencies',
  root: 'projectRelations',
  node: projectDependencyNode,
  document: /* GraphQL */ `
    query ProjectDependencies($first: Int!, $after: String) {
      projectRelations(first: $first, after: $after, includeArchived: true, orderBy: createdAt) {
        nodes { id type createdAt archivedAt anchorType relatedAnchorType project { id } relatedProject { id } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};
