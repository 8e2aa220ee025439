import { deriveId } from '../../derive-id.ts';
import type { Mapped } from '../../mapped.ts';
import type { MilestoneNode } from '../queries/milestones.ts';
import type { ProjectDependencyNode } from '../queries/project-dependencies.ts';
import type { ProjectInitiativeNode } from '../queries/project-initiatives.ts';
import type { ProjectNode } from '../queries/projects.ts';
import { planStatus } from './plan-status.ts';

/** Statuses of projects may belong to a team, so their type decides, never their id. */
export function mapProject(node: ProjectNode, connectionId: string): Mapped {
  const { status, problems } = planStatus(node.status.type, `project ${node.name}`);
  const id = deriveId(connectionId, 'project', node.id);
  const row = {
    id,
    external_id: node.id,
    key: null,
    name: node.name,
    url: node.url ?? null,
    status,
    tracker_status: node.status.name,
    lead_id: node.lead ? deriveId(connectionId, 'person', node.lead.id) : null,
    health: node.health ?? null,
    start_on: node.startDate ?? null,
    target_on: node.targetDate ?? null,
    created_at: node.createdAt,
    started_at: node.startedAt ?? null,
    completed_at: node.completedAt ?? null,
    closed_at: node.archivedAt ?? null,
  };
  const project_team = node.teams.nodes.map((team) => ({ project_id: id, team_id: deriveId(connectionId, 'team', team.id) }));
  const project_member = node.members.nodes.map((person) => ({ project_id: id, person_id: deriveId(connectionId, 'person', person.id) }));
  return { rows: { project: [row], project_team, project_member }, problems };
}

export function mapProjectInitiative(node: ProjectInitiativeNode, connectionId: string): Mapped {
  if (node.archivedAt) return { rows: {} };
  const row = {
    project_id: deriveId(connectionId, 'project', node.project.id),
    initiative_id: deriveId(connectionId, 'initiative', node.initiative.id),
  };
  return { rows: { project_initiative: [row] } };
}

/** Between projects the tracker has one kind of relation; older data calls it by another name. */
const blockingTypes: ReadonlySet<string> = new Set(['blocks', 'dependency']);

export function mapProjectDependency(node: ProjectDependencyNode, connectionId: string): Mapped {
  if (node.archivedAt || !blockingTypes.has(node.type)) return { rows: {} };
  const row = {
    id: deriveId(connectionId, 'project-dependency', node.id),
    external_id: node.id,
    blocker_project_id: deriveId(connectionId, 'project', node.project.id),
    blocked_project_id: deriveId(connectionId, 'project', node.relatedProject.id),
    from_at: node.createdAt,
    to_at: null,
  };
  return { rows: { project_dependency: [row] } };
}

export function mapMilestone(node: MilestoneNode, connectionId: string): Mapped {
  const row = {
    id: deriveId(connectionId, 'milestone', node.id),
    external_id: node.id,
    project_id: deriveId(connectionId, 'project', node.project.id),
    name: node.name,
    target_on: node.targetDate ?? null,
  };
  return { rows: { milestone: [row] } };
}
