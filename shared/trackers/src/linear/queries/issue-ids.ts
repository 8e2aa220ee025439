import { z } from 'zod';
import { id, instant, type LinearQuery } from './linear-query.ts';

const issueIdNode = z.object({ id, createdAt: instant });
export type IssueIdNode = z.infer<typeof issueIdNode>;

/** All issues there are, newest first: what is not in its place any more was deleted for ever, or hidden from us. */
export const issueIdsQuery: LinearQuery<IssueIdNode> = {
  name: 'IssueIds',
  root: 'issues',
  node: issueIdNode,
  document: /* GraphQL */ `
    query IssueIds($first: Int!, $after: String) {
      issues(first: $first, after: $after, includeArchived: true, orderBy: createdAt) {
        nodes { id createdAt }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};
