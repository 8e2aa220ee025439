import { type IssueNode, issueFields, issueNode } from './issues.ts';
import type { LinearQuery } from './linear-query.ts';

/** Issues asked for by their ids at once. */
export const issuesByIdSize = 50;

/** A batch of issues by their ids: those that come into sight without having changed. */
export const issuesByIdQuery: LinearQuery<IssueNode> = {
  name: 'IssuesById',
  root: 'issues',
  node: issueNode,
  document: /* GraphQL */ `
    query IssuesById($ids: [ID!]!, $first: Int!, $nested: Int!) {
      issues(first: $first, includeArchived: true, filter: { id: { in: $ids } }) {
        nodes { ${issueFields} }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};
