import { deriveId } from '../company/derive-id.ts';
import type { Issue, IssueHistory, IssueRelation, StateSpan } from '../company/issue.ts';
import { connectList, connectLog, type PageArgs } from './connection.ts';
import type { FieldTable, RequestScope, Resolver } from './request-scope.ts';

const PRIORITY_LABELS = ['No priority', 'Urgent', 'High', 'Medium', 'Low'];

const connect =
  (list: (issue: Issue) => Parameters<typeof connectList>[0]): Resolver<Issue> =>
  (issue, args: PageArgs, { now }) =>
    connectList(list(issue), args, now);

export const issueFields: FieldTable = {
  Issue: {
    url: (issue: Issue, _args, { company }: RequestScope) =>
      `https://linear.app/${company.organization.urlKey}/issue/${issue.identifier}/${slugOf(issue.title)}`,
    branchName: (issue: Issue) => `${issue.identifier.toLowerCase()}-${slugOf(issue.title)}`,
    priorityLabel: (issue: Issue) => PRIORITY_LABELS[issue.priority],
    sortOrder: (issue: Issue) => -issue.number,
    labelIds: (issue: Issue) => issue.labels.map(({ id }) => id),
    labels: connect((issue) => issue.labels),
    children: connect((issue) => issue.children),
    relations: connect((issue) => issue.relations),
    inverseRelations: connect((issue) => issue.inverseRelations),
    history: (issue: Issue, args: PageArgs) => connectLog(issue.history, args, 'newest first'),
    stateHistory: (issue: Issue, args: PageArgs) => {
      const page = connectLog(issue.stateSpans, args, 'oldest first');
      const nodes = page.nodes.map((span) => ({ ...span, issue, span }));
      return { ...page, nodes, cursorOf: (node: SpanOfIssue) => page.cursorOf(node.span) };
    },
  },
  IssueStateSpan: {
    id: ({ issue, span }: SpanOfIssue) => deriveId(issue.id, 'span', issue.stateSpans.indexOf(span)),
    stateId: (span: SpanOfIssue) => span.state.id,
  },
  IssueHistory: {
    id: (entry: IssueHistory) => deriveId(entry.issue.id, 'history', entry.issue.history.indexOf(entry)),
    updatedAt: (entry: IssueHistory) => entry.createdAt,
    actorId: (entry: IssueHistory) => entry.actor?.id,
    ...idFields('State', 'Assignee', 'Team', 'Project', 'Cycle', 'Parent'),
  },
  IssueRelation: {
    type: (relation: IssueRelation) => relation.type,
  },
};

type SpanOfIssue = StateSpan & { issue: Issue; span: StateSpan };

/** fromStateId, toStateId and their like, read from the records they name. */
function idFields(...names: string[]): Record<string, Resolver> {
  const fields = names.flatMap((name) => [`from${name}`, `to${name}`]);
  return Object.fromEntries(fields.map((field) => [`${field}Id`, (entry: Record<string, { id: string } | null>) => entry[field]?.id]));
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}
