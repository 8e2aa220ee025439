import { z } from 'zod';
import { keptMentions } from '../../mentions/mention-rows.ts';
import { issueEnd } from './issue-relations.ts';
import { id, instant, type LinearQuery, maybeDay, maybeInstant, maybeNumber, maybeReference, nested, reference } from './linear-query.ts';

const labelNode = z.object({ name: z.string() });
const relationNode = z.object({ id, type: z.string(), createdAt: instant, relatedIssue: issueEnd });
const inverseRelationNode = z.object({ id, type: z.string(), createdAt: instant, issue: issueEnd });

export const issueNode = z.object({
  id,
  identifier: z.string(),
  previousIdentifiers: z.array(z.string()).nullish(),
  title: z.string(),
  url: z.string().nullish(),
  priority: maybeNumber,
  estimate: maybeNumber,
  dueDate: maybeDay,
  createdAt: instant,
  updatedAt: instant,
  startedAt: maybeInstant,
  completedAt: maybeInstant,
  canceledAt: maybeInstant,
  archivedAt: maybeInstant,
  state: reference,
  team: reference,
  assignee: maybeReference,
  creator: maybeReference,
  project: maybeReference,
  projectMilestone: maybeReference,
  cycle: maybeReference,
  parent: maybeReference,
  /** In the place of its description. */
  mentions: keptMentions,
  syncedWith: z.array(z.object({ id, service: z.string() })).nullish(),
  labels: nested(labelNode),
  relations: nested(relationNode),
  inverseRelations: nested(inverseRelationNode),
});
export type IssueNode = z.infer<typeof issueNode>;
export type LabelNode = z.infer<typeof labelNode>;
export type RelationNode = z.infer<typeof relationNode>;
export type InverseRelationNode = z.infer<typeof inverseRelationNode>;

const labelFields = 'nodes { name } pageInfo { hasNextPage endCursor }';
const relationFields = 'nodes { id type createdAt relatedIssue { id identifier } } pageInfo { hasNextPage endCursor }';
const inverseFields = 'nodes { id type createdAt issue { id identifier } } pageInfo { hasNextPage endCursor }';

/** An issue as every document asks for it; `$nested` is the size of the connections in it. */
export const issueFields = `
  id identifier previousIdentifiers title description url priority estimate dueDate syncedWith { id service }
  createdAt updatedAt startedAt completedAt canceledAt archivedAt
  state { id } team { id } assignee { id } creator { id } project { id } projectMilestone { id } cycle { id } parent { id }
  labels(first: $nested, includeArchived: true) { ${labelFields} }
  relations(first: $nested, includeArchived: true) { ${relationFields} }
  inverseRelations(first: $nested, includeArchived: true) { ${inverseFields} }`;

/** Ordered by creation: rows that change while we page keep their place, and none is skipped. */
export const issuesQuery: LinearQuery<IssueNode> = {
  name: 'Issues',
  root: 'issues',
  node: issueNode,
  document: /* GraphQL */ `
    query Issues($first: Int!, $after: String, $since: DateTimeOrDuration!, $nested: Int!) {
      issues(first: $first, after: $after, includeArchived: true, orderBy: createdAt, filter: { updatedAt: { gte: $since } }) {
        nodes { ${issueFields} }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};

/** The rest of one issue's labels. */
export const issueLabelsQuery: LinearQuery<LabelNode> = {
  name: 'IssueLabels',
  root: 'issue.labels',
  node: labelNode,
  document: restOf('IssueLabels', 'labels', labelFields),
};

/** The rest of what one issue blocks, and its other relations. */
export const issueRelationsOfQuery: LinearQuery<RelationNode> = {
  name: 'IssueRelationsOf',
  root: 'issue.relations',
  node: relationNode,
  document: restOf('IssueRelationsOf', 'relations', relationFields),
};

/** The rest of what blocks one issue, and its other relations. */
export const issueInverseRelationsOfQuery: LinearQuery<InverseRelationNode> = {
  name: 'IssueInverseRelationsOf',
  root: 'issue.inverseRelations',
  node: inverseRelationNode,
  document: restOf('IssueInverseRelationsOf', 'inverseRelations', inverseFields),
};

function restOf(name: string, connection: string, fields: string): string {
  return /* GraphQL */ `
    query ${name}($id: String!, $first: Int!, $after: String) {
      issue(id: $id) {
        ${connection}(first: $first, after: $after, includeArchived: true) { ${fields} }
      }
    }
  `;
}
