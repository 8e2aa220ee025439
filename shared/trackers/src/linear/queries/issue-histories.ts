import { z } from 'zod';
import { id, instant, type LinearQuery, nested } from './linear-query.ts';

const maybeId = z.string().nullish();
const historyNode = z.object({
  id,
  createdAt: instant,
  fromStateId: maybeId,
  toStateId: maybeId,
  fromTeamId: maybeId,
  toTeamId: maybeId,
  fromAssigneeId: maybeId,
  toAssigneeId: maybeId,
  fromProjectId: maybeId,
  toProjectId: maybeId,
  fromCycleId: maybeId,
  toCycleId: maybeId,
  fromParentId: maybeId,
  toParentId: maybeId,
  archived: z.boolean().nullish(),
  trashed: z.boolean().nullish(),
  relationChanges: z.array(z.object({ identifier: z.string(), type: z.string() })).nullish(),
});
export type HistoryNode = z.infer<typeof historyNode>;

const issueHistoryNode = z.object({ id, updatedAt: instant, history: nested(historyNode) });
export type IssueHistoryNode = z.infer<typeof issueHistoryNode>;

const historyFields = `
  nodes {
    id createdAt fromStateId toStateId fromTeamId toTeamId fromAssigneeId toAssigneeId fromProjectId toProjectId
    fromCycleId toCycleId fromParentId toParentId archived trashed relationChanges { identifier type }
  }
  pageInfo { hasNextPage endCursor }`;

/** Histories of a batch of issues: there is no way to ask for all of them. */
export const issueHistoriesQuery: LinearQuery<IssueHistoryNode> = {
  name: 'IssueHistories',
  root: 'issues',
  node: issueHistoryNode,
  document: /* GraphQL */ `
    query IssueHistories($ids: [ID!]!, $first: Int!, $nested: Int!) {
      issues(first: $first, includeArchived: true, filter: { id: { in: $ids } }) {
        nodes { id updatedAt history(first: $nested, includeArchived: true) { ${historyFields} } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};

/** The rest of one issue's history. */
export const issueHistoryQuery: LinearQuery<HistoryNode> = {
  name: 'IssueHistory',
  root: 'issue.history',
  node: historyNode,
  document: /* GraphQL */ `
    query IssueHistory($id: String!, $first: Int!, $after: String) {
      issue(id: $id) {
        history(first: $first, after: $after, includeArchived: true) { ${historyFields} }
      }
    }
  `,
};
