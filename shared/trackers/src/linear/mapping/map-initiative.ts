import { deriveId } from '../../derive-id.ts';
import type { Mapped } from '../../mapped.ts';
import type { InitiativeParentNode } from '../queries/initiative-parents.ts';
import type { InitiativeNode } from '../queries/initiatives.ts';
import { mapOwnerChanges } from './map-owner-changes.ts';
import { planStatus } from './plan-status.ts';

export function mapInitiative(node: InitiativeNode, connectionId: string): Mapped {
  const { status, problems } = planStatus(node.status, `initiative ${node.name}`);
  const id = deriveId(connectionId, 'initiative', node.id);
  const row = {
    id,
    external_id: node.id,
    key: null,
    name: node.name,
    url: node.url ?? null,
    status,
    tracker_status: node.status,
    owner_id: node.owner ? deriveId(connectionId, 'person', node.owner.id) : null,
    health: node.health ?? null,
    start_on: null,
    target_on: node.targetDate ?? null,
    created_at: node.createdAt,
    started_at: node.startedAt ?? null,
    completed_at: node.completedAt ?? null,
    closed_at: node.archivedAt ?? null,
  };
  const changes = mapOwnerChanges(node.history.nodes, id, connectionId);
  return { rows: { initiative: [row], initiative_owner_change: changes }, problems };
}

/** The relation reads: `initiative` is the parent of `relatedInitiative`. */
export function mapInitiativeParent(node: InitiativeParentNode, connectionId: string): Mapped {
  if (node.archivedAt) return { rows: {} };
  const row = {
    initiative_id: deriveId(connectionId, 'initiative', node.relatedInitiative.id),
    parent_id: deriveId(connectionId, 'initiative', node.initiative.id),
  };
  return { rows: { initiative_parent: [row] } };
}
