import { deriveId } from '../../derive-id.ts';
import type { Mapped } from '../../mapped.ts';
import type { PersonNode } from '../queries/people.ts';

export function mapPerson(node: PersonNode, connectionId: string): Mapped {
  const row = {
    id: deriveId(connectionId, 'person', node.id),
    external_id: node.id,
    name: node.name || node.displayName || node.id,
    email: node.email ?? null,
    active: node.active,
    is_app: node.app ?? false,
  };
  return { rows: { person: [row] } };
}
