import { deriveId } from '../../derive-id.ts';
import type { IssueLinkRow, IssueRow } from '../../fact-rows.ts';
import { makeIssueStub } from '../../make-issue-stub.ts';
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

/** @param linkedAt the least that is known of when the far end of a link came to be */
export function issueStub(end: { id: string; identifier: string }, linkedAt: string, connectionId: string): IssueRow {
  return makeIssueStub({ id: deriveId(connectionId, 'issue', end.id), external_id: end.id, key: end.identifier }, linkedAt);
}
