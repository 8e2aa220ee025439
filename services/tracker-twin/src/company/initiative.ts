import type { Entity } from './company.ts';
import type { Issue } from './issue.ts';
import type { Team, User } from './team.ts';

export type InitiativeStatus = 'Proposed' | 'Planned' | 'Active' | 'Completed' | 'Canceled';
export type Health = 'onTrack' | 'atRisk' | 'offTrack';
export type DateResolution = 'month' | 'quarter' | 'halfYear' | 'year';

export interface Initiative extends Entity {
  name: string;
  slugId: string;
  description: string | null;
  status: InitiativeStatus;
  health: Health | null;
  healthUpdatedAt: number | null;
  /** A calendar day, yyyy-mm-dd. */
  targetDate: string | null;
  targetDateResolution: DateResolution | null;
  startedAt: number | null;
  completedAt: number | null;
  canceledAt: number | null;
  trashed: boolean | null;
  owner: User | null;
  creator: User | null;
  leadTeam: Team | null;
  parents: Initiative[];
  subInitiatives: Initiative[];
  toProjects: InitiativeToProject[];
  history: EntryHistory[];
}

/** History of an initiative or project: Linear types its entries as bare JSON. */
export interface EntryHistory extends Entity {
  entries: Record<string, unknown>;
}

export interface InitiativeRelation extends Entity {
  initiative: Initiative;
  relatedInitiative: Initiative;
  user: User | null;
  sortOrder: number;
}

export interface InitiativeToProject extends Entity {
  initiative: Initiative;
  project: Project;
  sortOrder: string;
}

export type ProjectStatusType = 'backlog' | 'planned' | 'started' | 'paused' | 'completed' | 'canceled';

export interface ProjectStatus extends Entity {
  name: string;
  type: ProjectStatusType;
  position: number;
  color: string;
  indefinite: boolean;
}

export interface Project extends Entity {
  name: string;
  slugId: string;
  description: string;
  color: string;
  priority: number;
  status: ProjectStatus;
  health: Health | null;
  healthUpdatedAt: number | null;
  startDate: string | null;
  targetDate: string | null;
  startedAt: number | null;
  completedAt: number | null;
  canceledAt: number | null;
  autoArchivedAt: number | null;
  trashed: boolean | null;
  lead: User | null;
  creator: User | null;
  members: User[];
  teams: Team[];
  initiativeToProjects: InitiativeToProject[];
  projectMilestones: ProjectMilestone[];
  relations: ProjectRelation[];
  inverseRelations: ProjectRelation[];
  issues: Issue[];
  history: EntryHistory[];
}

export interface ProjectMilestone extends Entity {
  name: string;
  targetDate: string | null;
  sortOrder: number;
  status: 'unstarted' | 'next' | 'overdue' | 'done';
  project: Project;
}

export interface ProjectRelation extends Entity {
  type: string;
  anchorType: string;
  relatedAnchorType: string;
  project: Project;
  relatedProject: Project;
  projectMilestone: ProjectMilestone | null;
  relatedProjectMilestone: ProjectMilestone | null;
  user: User | null;
}
