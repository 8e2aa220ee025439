import { deriveId } from '../../derive-id.ts';
import type { Mapped } from '../../mapped.ts';
import type { TeamMemberNode } from '../queries/team-members.ts';
import type { TeamNode } from '../queries/teams.ts';

export function mapTeam(node: TeamNode, connectionId: string): Mapped {
  const row = {
    id: deriveId(connectionId, 'team', node.id),
    external_id: node.id,
    key: node.key,
    name: node.name,
    url: null,
    archived_at: node.archivedAt ?? node.retiredAt ?? null,
  };
  return { rows: { team: [row] } };
}

/** A membership that was archived is one that ended. */
export function mapTeamMember(node: TeamMemberNode, connectionId: string): Mapped {
  if (node.archivedAt) return { rows: {} };
  const row = { team_id: deriveId(connectionId, 'team', node.team.id), person_id: deriveId(connectionId, 'person', node.user.id) };
  return { rows: { team_member: [row] } };
}
