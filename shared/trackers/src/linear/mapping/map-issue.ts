import { deriveId, type IdKind } from '../../derive-id.ts';
import type { IssueLinkRow, IssueRow } from '../../fact-rows.ts';
import type { Mapped } from '../../mapped.ts';
import type { IssueNode } from '../queries/issues.ts';
import { issueLinkRow, issueStub } from './map-issue-link.ts';
import { mentionsOf } from './map-mentions.ts';

/** An issue, every key it has had, and its blocking links in both directions. */
export function mapIssue(node: IssueNode, connectionId: string): Mapped {
  const idOf = (kind: IdKind, reference: { id: string } | null | undefined) =>
    reference ? deriveId(connectionId, kind, reference.id) : null;
  const id = deriveId(connectionId, 'issue', node.id);
  const row: IssueRow = {
    id,
    external_id: node.id,
    key: node.identifier,
    title: node.title,
    url: node.url ?? null,
    team_id: idOf('team', node.team),
    status_id: idOf('status', node.state),
    project_id: idOf('project', node.project),
    milestone_id: idOf('milestone', node.projectMilestone),
    cycle_id: idOf('cycle', node.cycle),
    parent_id: idOf('issue', node.parent),
    assignee_id: idOf('person', node.assignee),
    creator_id: idOf('person', node.creator),
    // The tracker's 0 means that nobody set one.
    priority: node.priority ? Math.round(node.priority) : null,
    estimate: node.estimate ?? null,
    due_on: node.dueDate ?? null,
    labels: node.labels.nodes.map(({ name }) => name).sort(),
    is_defect: node.labels.nodes.some(({ name }) => isDefectLabel(name)),
    created_at: node.createdAt,
    updated_at: node.updatedAt,
    started_at: node.startedAt ?? null,
    completed_at: node.completedAt ?? null,
    canceled_at: node.canceledAt ?? null,
    // Trashing archives too, so this one instant tells of both.
    closed_at: node.archivedAt ?? null,
    is_stub: false,
  };
  const keys = new Set([node.identifier, ...(node.previousIdentifiers ?? [])]);
  return {
    rows: {
      issue: [row],
      issue_key: [...keys].map((key) => ({ key, issue_id: id })),
      issue_link: linksOf(node, connectionId),
      issue_mention: mentionsOf(node, connectionId),
    },
    placeholders: { issue: farEndsOf(node).map(({ end, createdAt }) => issueStub(end, createdAt, connectionId)) },
  };
}

function linksOf(node: IssueNode, connectionId: string): IssueLinkRow[] {
  const links = [
    ...node.relations.nodes.filter(isBlocking).map((relation) => issueLinkRow(relation, node.id, relation.relatedIssue.id, connectionId)),
    ...node.inverseRelations.nodes.filter(isBlocking).map((relation) => issueLinkRow(relation, relation.issue.id, node.id, connectionId)),
  ];
  // A link of an issue with itself is listed in both directions.
  return [...new Map(links.map((link) => [link.id, link])).values()];
}

function farEndsOf(node: IssueNode): { end: { id: string; identifier: string }; createdAt: string }[] {
  return [
    ...node.relations.nodes.filter(isBlocking).map(({ relatedIssue, createdAt }) => ({ end: relatedIssue, createdAt })),
    ...node.inverseRelations.nodes.filter(isBlocking).map(({ issue, createdAt }) => ({ end: issue, createdAt })),
  ].filter(({ end }) => end.id !== node.id);
}

function isBlocking({ type }: { type: string }): boolean {
  return type === 'blocks';
}

const defectLabels: ReadonlySet<string> = new Set(['bug', 'bugs', 'defect', 'defects']);

function isDefectLabel(name: string): boolean {
  return defectLabels.has(
    name
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim(),
  );
}
