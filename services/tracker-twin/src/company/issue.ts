import type { Entity } from './company.ts';
import type { Project, ProjectMilestone } from './initiative.ts';
import type { Cycle, Team, User, WorkflowState } from './team.ts';

export interface Issue extends Entity {
  number: number;
  identifier: string;
  previousIdentifiers: string[];
  title: string;
  /** Markdown. */
  description?: string;
  /** Issues of other trackers that the company keeps alike with it. */
  syncedWith?: { readonly id: string; readonly service: 'jira' }[];
  priority: number;
  estimate: number | null;
  /** A calendar day, yyyy-mm-dd. */
  dueDate: string | null;
  startedTriageAt: number | null;
  triagedAt: number | null;
  startedAt: number | null;
  completedAt: number | null;
  canceledAt: number | null;
  addedToTeamAt: number | null;
  addedToProjectAt: number | null;
  addedToCycleAt: number | null;
  autoArchivedAt: number | null;
  autoClosedAt: number | null;
  trashed: boolean | null;
  team: Team;
  state: WorkflowState;
  assignee: User | null;
  delegate: User | null;
  creator: User | null;
  project: Project | null;
  projectMilestone: ProjectMilestone | null;
  cycle: Cycle | null;
  parent: Issue | null;
  children: Issue[];
  labels: IssueLabel[];
  /** Standing relations in which this issue is `issue`: of type blocks, it blocks the other end. */
  relations: IssueRelation[];
  /** Standing relations in which this issue is `relatedIssue`. */
  inverseRelations: IssueRelation[];
  /** Oldest first, without gaps; the last one has no end. */
  stateSpans: StateSpan[];
  /** Oldest first, without gaps; the last one has no end. */
  teamSpans: TeamSpan[];
  /** Oldest first. */
  history: IssueHistory[];
}

export interface StateSpan {
  state: WorkflowState;
  startedAt: number;
  endedAt: number | null;
}

export interface TeamSpan {
  team: Team;
  identifier: string;
  startedAt: number;
  endedAt: number | null;
}

export type IssueRelationType = 'blocks' | 'duplicate' | 'related' | 'similar';

/** `issue` blocks `relatedIssue`, from `createdAt` until `removedAt` or still. */
export interface IssueRelation extends Entity {
  type: IssueRelationType;
  issue: Issue;
  relatedIssue: Issue;
  removedAt: number | null;
}

/** One entry of an issue's history: only what changed is present. */
export interface IssueHistory {
  createdAt: number;
  issue: Issue;
  actor: User | null;
  botActor?: ActorBot;
  fromState?: WorkflowState;
  toState?: WorkflowState;
  fromAssignee?: User | null;
  toAssignee?: User | null;
  fromTeam?: Team;
  toTeam?: Team;
  fromProject?: Project | null;
  toProject?: Project | null;
  fromCycle?: Cycle | null;
  toCycle?: Cycle | null;
  fromPriority?: number;
  toPriority?: number;
  fromEstimate?: number | null;
  toEstimate?: number | null;
  fromTitle?: string;
  toTitle?: string;
  archived?: boolean;
  autoArchived?: boolean;
  autoClosed?: boolean;
  trashed?: boolean;
  relationChanges?: RelationChange[];
}

/** `type` is Linear's undocumented code, `identifier` the other issue's key of that time. */
export interface RelationChange {
  identifier: string;
  type: string;
}

export interface ActorBot {
  id: string | null;
  type: string;
  name: string;
}

export interface IssueLabel extends Entity {
  name: string;
  color: string;
  isGroup: boolean;
  parent: IssueLabel | null;
  team: Team | null;
}
