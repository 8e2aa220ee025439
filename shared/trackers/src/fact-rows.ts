/**
 * Rows of facts as mappers give them: the columns of the fact tables without organization and connection, which
 * whoever writes them adds. Instants are ISO 8601 text as the tracker wrote them, days are 'YYYY-MM-DD'.
 */
export interface FactRows {
  person: PersonRow[];
  team: TeamRow[];
  workflow_status: StatusRow[];
  initiative: InitiativeRow[];
  project: ProjectRow[];
  milestone: MilestoneRow[];
  cycle: CycleRow[];
  issue: IssueRow[];
  issue_key: IssueKeyRow[];
  issue_link: IssueLinkRow[];
  project_dependency: ProjectDependencyRow[];
  team_member: TeamMemberRow[];
  project_team: ProjectTeamRow[];
  project_member: ProjectMemberRow[];
  project_initiative: ProjectInitiativeRow[];
  initiative_parent: InitiativeParentRow[];
  initiative_owner_change: InitiativeOwnerChangeRow[];
  issue_change: IssueChangeRow[];
  issue_link_change: IssueLinkChangeRow[];
  issue_flag: IssueFlagRow[];
  issue_mention: IssueMentionRow[];
}

export type FactTable = keyof FactRows;

interface Tracked {
  id: string;
  external_id: string;
}

export type StatusCategoryName = 'triage' | 'backlog' | 'unstarted' | 'started' | 'completed' | 'canceled';
export type PlanStatusName = 'planned' | 'active' | 'completed' | 'canceled';

export interface PersonRow extends Tracked {
  name: string;
  email: string | null;
  active: boolean;
  is_app: boolean;
}

export interface TeamRow extends Tracked {
  key: string;
  name: string;
  url: string | null;
  archived_at: string | null;
}

export interface StatusRow extends Tracked {
  team_id: string | null;
  name: string;
  tracker_type: string;
  category: StatusCategoryName | null;
}

interface PlanRow extends Tracked {
  key: string | null;
  name: string;
  url: string | null;
  status: PlanStatusName;
  tracker_status: string;
  health: string | null;
  start_on: string | null;
  target_on: string | null;
  created_at: string;
  started_at: string | null;
  completed_at: string | null;
  closed_at: string | null;
}

export interface InitiativeRow extends PlanRow {
  owner_id: string | null;
}

export interface ProjectRow extends PlanRow {
  lead_id: string | null;
}

export interface MilestoneRow extends Tracked {
  project_id: string;
  name: string;
  target_on: string | null;
}

export interface CycleRow extends Tracked {
  team_id: string;
  number: number;
  name: string | null;
  starts_at: string;
  ends_at: string;
  completed_at: string | null;
}

export interface IssueRow extends Tracked {
  key: string;
  title: string;
  url: string | null;
  team_id: string | null;
  status_id: string | null;
  project_id: string | null;
  milestone_id: string | null;
  cycle_id: string | null;
  parent_id: string | null;
  assignee_id: string | null;
  creator_id: string | null;
  priority: number | null;
  estimate: number | null;
  due_on: string | null;
  labels: string[];
  is_defect: boolean;
  created_at: string;
  updated_at: string;
  started_at: string | null;
  completed_at: string | null;
  canceled_at: string | null;
  closed_at: string | null;
  is_stub: boolean;
}

export interface IssueKeyRow {
  key: string;
  issue_id: string;
}

export interface IssueLinkRow extends Tracked {
  blocker_issue_id: string;
  blocked_issue_id: string;
  /** null: the tracker does not tell. */
  created_at: string | null;
}

export interface ProjectDependencyRow extends Tracked {
  blocker_project_id: string;
  blocked_project_id: string;
  from_at: string;
  to_at: string | null;
}

export interface TeamMemberRow {
  team_id: string;
  person_id: string;
}

export interface ProjectTeamRow {
  project_id: string;
  team_id: string;
}

export interface ProjectMemberRow {
  project_id: string;
  person_id: string;
}

export interface ProjectInitiativeRow {
  project_id: string;
  initiative_id: string;
}

export interface InitiativeParentRow {
  initiative_id: string;
  parent_id: string;
}

export interface InitiativeOwnerChangeRow {
  initiative_id: string;
  at: string;
  from_person_id: string | null;
  to_person_id: string | null;
  source: 'history' | 'observed';
}

export interface IssueChangeRow {
  issue_id: string;
  external_id: string;
  field: 'status' | 'team' | 'assignee' | 'project' | 'cycle' | 'parent' | 'closed';
  at: string;
  from_id: string | null;
  to_id: string | null;
}

export interface IssueLinkChangeRow {
  issue_id: string;
  external_id: string;
  at: string;
  other_key: string;
  action: 'added' | 'removed';
  side: 'blocker' | 'blocked';
  code: string;
}

/** A time in which people marked an issue as impeded, without saying by what. */
export interface IssueFlagRow {
  issue_id: string;
  from_at: string;
  /** null: it still is. */
  to_at: string | null;
}

export type MentionPlace = 'attachment' | 'remote_link' | 'text' | 'sync';

/** An issue that names one of another tracker, or is kept alike with one. */
export interface IssueMentionRow extends Tracked {
  issue_id: string;
  place: MentionPlace;
  /** Where the other's tracker lives, without scheme, in small letters. */
  site: string | null;
  key: string | null;
  /** The other's own id, where no address is told. */
  far_external_id: string | null;
  url: string | null;
  /** What `issue_id` is towards the other; null: nobody says so with certainty. */
  side: 'blocker' | 'blocked' | null;
  /** Of the other, until it is read. */
  stub_id: string;
  /** null: not told. */
  from_at: string | null;
  to_at: string | null;
  evidence: 'link' | 'history' | 'seen';
  /** Since when it must have been there, being there now. */
  seen_at: string;
}
