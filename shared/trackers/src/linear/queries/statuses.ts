import { z } from 'zod';
import { id, type LinearQuery, maybeReference } from './linear-query.ts';

const statusNode = z.object({ id, name: z.string(), type: z.string(), team: maybeReference });
export type StatusNode = z.infer<typeof statusNode>;

// Archived states stay in histories.
export const statusesQuery: LinearQuery<StatusNode> = {
  name: 'Statuses',
  root: 'workflowStates',
  node: statusNode,
  document: /* GraphQL */ `
    query Statuses($first: Int!, $after: String, $since: DateTimeOrDuration!) {
      workflowStates(first: $first, after: $after, includeArchived: true, orderBy: createdAt, filter: { updatedAt: { gte: $since } }) {
        nodes { id name type team { id } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};
