import { z } from 'zod';
import { id, instant, type LinearQuery } from './linear-query.ts';

export const issueEnd = z.object({ id, identifier: z.string() });

const issueRelationNode = z.object({
  id,
  type: z.string(),
  createdAt: instant,
  updatedAt: instant,
  issue: issueEnd,
  relatedIssue: issueEnd,
});
export type IssueRelationNode = z.infer<typeof issueRelationNode>;

const fields =
  'nodes { id type createdAt updatedAt issue { id identifier } relatedIssue { id identifier } } pageInfo { hasNextPage endCursor }';

/** All relations of the workspace, newest first by creation: what is not in its place any more has been removed. */
export const issueRelationsQuery: LinearQuery<IssueRelationNode> = {
  name: 'IssueRelations',
  root: 'issueRelations',
  node: issueRelationNode,
  document: /* GraphQL */ `
    query IssueRelations($first: Int!, $after: String) {
      issueRelations(first: $first, after: $after, includeArchived: true, orderBy: createdAt) { ${fields} }
    }
  `,
};

/** The same, latest change first. The tracker has no filter here: whoever reads stops at what is known. */
export const changedIssueRelationsQuery: LinearQuery<IssueRelationNode> = {
  name: 'ChangedIssueRelations',
  root: 'issueRelations',
  node: issueRelationNode,
  document: /* GraphQL */ `
    query ChangedIssueRelations($first: Int!, $after: String) {
      issueRelations(first: $first, after: $after, includeArchived: true, orderBy: updatedAt) { ${fields} }
    }
  `,
};
