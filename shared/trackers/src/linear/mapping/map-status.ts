import { deriveId } from '../../derive-id.ts';
import type { StatusCategoryName, StatusRow } from '../../fact-rows.ts';
import type { Mapped } from '../../mapped.ts';
import type { StatusNode } from '../queries/statuses.ts';

const categories: ReadonlyMap<string, StatusCategoryName> = new Map([
  ['triage', 'triage'],
  ['backlog', 'backlog'],
  ['unstarted', 'unstarted'],
  ['started', 'started'],
  ['completed', 'completed'],
  ['canceled', 'canceled'],
  // The tracker's own state for issues that repeat another one: nobody works on them.
  ['duplicate', 'canceled'],
]);

export function mapStatus(node: StatusNode, connectionId: string): Mapped {
  const category = categories.get(node.type) ?? null;
  const row = {
    id: deriveId(connectionId, 'status', node.id),
    external_id: node.id,
    team_id: node.team ? deriveId(connectionId, 'team', node.team.id) : null,
    name: node.name,
    tracker_type: node.type,
    category,
  };
  if (category) return { rows: { workflow_status: [row] } };
  const problem = { kind: 'unknown-status-type', subject: `status ${node.name}`, detail: `type '${node.type}' is none we know` } as const;
  return { rows: { workflow_status: [row] }, problems: [problem] };
}

/** A status that only a history names: the tracker does not tell its category any more. */
export function unknownStatus(externalId: string, connectionId: string): StatusRow {
  return {
    id: deriveId(connectionId, 'status', externalId),
    external_id: externalId,
    team_id: null,
    name: 'Unknown',
    tracker_type: 'unknown',
    category: null,
  };
}
