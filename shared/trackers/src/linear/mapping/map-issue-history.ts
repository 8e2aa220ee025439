import { deriveId, type IdKind } from '../../derive-id.ts';
import type { IssueChangeRow, IssueLinkChangeRow } from '../../fact-rows.ts';
import type { Mapped, MappingProblem } from '../../mapped.ts';
import type { HistoryNode, IssueHistoryNode } from '../queries/issue-histories.ts';
import { readLinkChangeCode } from './link-change-code.ts';
import { unknownStatus } from './map-status.ts';

/** All dated changes of one issue that figures need; the order of entries does not matter. */
export function mapIssueHistory(node: IssueHistoryNode, connectionId: string): Mapped {
  const issueId = deriveId(connectionId, 'issue', node.id);
  const issue_change: IssueChangeRow[] = [];
  const issue_link_change: IssueLinkChangeRow[] = [];
  const problems: MappingProblem[] = [];
  const statuses = new Set<string>();
  for (const entry of node.history.nodes) {
    issue_change.push(...fieldChanges(entry, issueId, connectionId), ...closingChanges(entry, issueId));
    const links = linkChanges(entry, issueId);
    issue_link_change.push(...links.changes);
    problems.push(...links.problems);
    for (const status of [entry.fromStateId, entry.toStateId]) if (status) statuses.add(status);
  }
  return {
    rows: { issue_change, issue_link_change },
    placeholders: { workflow_status: [...statuses].map((status) => unknownStatus(status, connectionId)) },
    problems,
  };
}

const fields = [
  { field: 'status', kind: 'status', from: 'fromStateId', to: 'toStateId' },
  { field: 'team', kind: 'team', from: 'fromTeamId', to: 'toTeamId' },
  { field: 'assignee', kind: 'person', from: 'fromAssigneeId', to: 'toAssigneeId' },
  { field: 'project', kind: 'project', from: 'fromProjectId', to: 'toProjectId' },
  { field: 'cycle', kind: 'cycle', from: 'fromCycleId', to: 'toCycleId' },
  { field: 'parent', kind: 'issue', from: 'fromParentId', to: 'toParentId' },
] as const satisfies readonly { field: IssueChangeRow['field']; kind: IdKind; from: keyof HistoryNode; to: keyof HistoryNode }[];

function fieldChanges(entry: HistoryNode, issueId: string, connectionId: string): IssueChangeRow[] {
  return fields.flatMap(({ field, kind, from, to }) => {
    const [fromId, toId] = [entry[from] ?? null, entry[to] ?? null];
    if (fromId === toId) return [];
    const idOf = (externalId: string | null) => (externalId ? deriveId(connectionId, kind, externalId) : null);
    return [{ issue_id: issueId, external_id: entry.id, field, at: entry.createdAt, from_id: idOf(fromId), to_id: idOf(toId) }];
  });
}

/** Archived or trashed: closed, and `to_id` says by what. Taken back: open again, and `to_id` is null. */
function closingChanges(entry: HistoryNode, issueId: string): IssueChangeRow[] {
  const { archived, trashed } = entry;
  if (typeof archived !== 'boolean' && typeof trashed !== 'boolean') return [];
  const [on, off] = [trashed ? 'trashed' : archived ? 'archived' : null, trashed === false ? 'trashed' : 'archived'];
  return [{ issue_id: issueId, external_id: entry.id, field: 'closed', at: entry.createdAt, from_id: on ? null : off, to_id: on }];
}

function linkChanges(entry: HistoryNode, issueId: string): { changes: IssueLinkChangeRow[]; problems: MappingProblem[] } {
  const changes = new Map<string, IssueLinkChangeRow>();
  const problems: MappingProblem[] = [];
  for (const { identifier, type } of entry.relationChanges ?? []) {
    const meaning = readLinkChangeCode(type);
    if (meaning === 'unknown')
      problems.push({ kind: 'unknown-link-code', subject: `link to ${identifier}`, detail: `code '${type}' in history ${entry.id}` });
    if (typeof meaning === 'string') continue;
    const change = { issue_id: issueId, external_id: entry.id, at: entry.createdAt, other_key: identifier, ...meaning, code: type };
    changes.set(`${identifier} ${type}`, change);
  }
  return { changes: [...changes.values()], problems };
}
