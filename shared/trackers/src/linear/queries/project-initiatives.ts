import { z } from 'zod';
import { id, type LinearQuery, maybeInstant, reference } from './linear-query.ts';

const projectInitiativeNode = z.object({ id, archivedAt: maybeInstant, initiative: reference, project: reference });
export type ProjectInitiativeNode = z.infer<typeof projectInitiativeNode>;

export const projectInitiativesQuery: LinearQuery<ProjectInitiativeNode> = {
  name: 'ProjectInitiatives',
  root: 'initiativeToProjects',
  node: projectInitiativeNode,
  document: /* GraphQL */ `
    query ProjectInitiatives($first: Int!, $after: String) {
      initiativeToProjects(first: $first, after: $after, includeArchived: true, orderBy: createdAt) {
        nodes { id archivedAt initiative { id } project { id } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};
