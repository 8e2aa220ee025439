import { deriveId } from '../../derive-id.ts';
import type { Mapped } from '../../mapped.ts';
import type { CycleNode } from '../queries/cycles.ts';

export function mapCycle(node: CycleNode, connectionId: string): Mapped {
  const row = {
    id: deriveId(connectionId, 'cycle', node.id),
    external_id: node.id,
    team_id: deriveId(connectionId, 'team', node.team.id),
    number: node.number,
    name: node.name ?? null,
    starts_at: node.startsAt,
    ends_at: node.endsAt,
    completed_at: node.completedAt ?? null,
  };
  return { rows: { cycle: [row] } };
}
