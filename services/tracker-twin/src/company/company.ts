import type { Attachment } from './attachment.ts';
import type { Collection } from './collection.ts';
import type {
  Initiative,
  InitiativeRelation,
  InitiativeToProject,
  Project,
  ProjectMilestone,
  ProjectRelation,
  ProjectStatus,
} from './initiative.ts';
import type { Issue, IssueLabel, IssueRelation } from './issue.ts';
import type { Cycle, Organization, Team, TeamMembership, User, WorkflowState } from './team.ts';

/** One made-up company: everything its tracker would answer, and what only its past knows. */
export interface Company {
  readonly seed: number;
  /** The instant the generated history ends, in epoch milliseconds. */
  readonly today: number;
  readonly organization: Organization;
  readonly users: Collection<User>;
  readonly teams: Collection<Team>;
  readonly memberships: Collection<TeamMembership>;
  readonly states: Collection<WorkflowState>;
  readonly cycles: Collection<Cycle>;
  readonly labels: Collection<IssueLabel>;
  readonly initiatives: Collection<Initiative>;
  readonly initiativeRelations: Collection<InitiativeRelation>;
  readonly initiativeToProjects: Collection<InitiativeToProject>;
  readonly projects: Collection<Project>;
  readonly projectStatuses: Collection<ProjectStatus>;
  readonly milestones: Collection<ProjectMilestone>;
  readonly projectRelations: Collection<ProjectRelation>;
  readonly issues: Collection<Issue>;
  readonly attachments: Collection<Attachment>;
  /** Relations that stand. */
  readonly relations: Collection<IssueRelation>;
  /** Relations that were taken back: their `removedAt` is set. Only histories tell of them. */
  readonly removedRelations: IssueRelation[];
  /** Whether adding or removing a relation touches `updatedAt` of its ends: Linear does not say. */
  relationsTouchIssues: boolean;
  /** Made once; the source of ids for whatever is added later. */
  readonly nextId: (kind: string) => string;
}

/** What every record of the tracker has. Instants are epoch milliseconds. */
export interface Entity {
  readonly id: string;
  createdAt: number;
  updatedAt: number;
  archivedAt: number | null;
}
