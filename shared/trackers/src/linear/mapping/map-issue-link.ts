import { deriveId } from '../../derive-id.ts';
import type { IssueLinkRow, IssueRow } from '../../fact-rows.ts';
import type { Mapped } from '../../mapped.ts';
import type { IssueRelationNode } from '../queries/issue-relations.ts';

/** `issue` blocks `relatedIssue`; relations of other types block nothing. */
export function mapIssueLink(relation: IssueRelationNode, connectionId: string): Mapped {
  if (relation.type !== 'blocks') return { rows: {} };
  const { issue, relatedIssue } = relation;
  return {
    rows: { issue_link: [issueLinkRow(relation, issue.id, relatedIssue.id, connectionId)] },
    placeholders: { issue: [issue, relatedIssue].map((end) => issueStub(end, relation.createdAt, connectionId)) },
  };
}

export function issueLinkRow(
  relation: { id: string; createdAt: string },
  blocker: string,
  blocked: string,
  connectionId: string,
): IssueLinkRow {
  return {
    id: deriveId(connectionId, 'issue-link', relation.id),
    external_id: relation.id,
    blocker_issue_id: deriveId(connectionId, 'issue', blocker),
    blocked_issue_id: deriveId(connectionId, 'issue', blocked),
    created_at: relation.createdAt,
  };
}

/**
 * The far end of a link, until the issue itself is seen; it never is where the credentials cannot see it.
 * @param linkedAt the least that is known of when it came to be
 */
export function issueStub(end: { id: string; identifier: string }, linkedAt: string, connectionId: string): IssueRow {
  return {
    id: deriveId(connectionId, 'issue', end.id),
    external_id: end.id,
    key: end.identifier,
    title: '',
    url: null,
    team_id: null,
    status_id: null,
    project_id: null,
    milestone_id: null,
    cycle_id: null,
    parent_id: null,
    assignee_id: null,
    creator_id: null,
    priority: null,
    estimate: null,
    due_on: null,
    labels: [],
    is_defect: false,
    created_at: linkedAt,
    updated_at: linkedAt,
    started_at: null,
    completed_at: null,
    canceled_at: null,
    closed_at: null,
    is_stub: true,
  };
}
