import { z } from 'zod';
import { id, type LinearQuery, maybeInstant, reference } from './linear-query.ts';

const initiativeParentNode = z.object({ id, archivedAt: maybeInstant, initiative: reference, relatedInitiative: reference });
export type InitiativeParentNode = z.infer<typeof initiativeParentNode>;

export const initiativeParentsQuery: LinearQuery<InitiativeParentNode> = {
  name: 'InitiativeParents',
  root: 'initiativeRelations',
  node: initiativeParentNode,
  document: /* GraphQL */ `
    query InitiativeParents($first: Int!, $after: String) {
      initiativeRelations(first: $first, after: $after, includeArchived: true, orderBy: createdAt) {
        nodes { id archivedAt initiative { id } relatedInitiative { id } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};
