import type { Company } from '../company/company.ts';
import { enterState, isClosed } from '../company/enter-state.ts';
import { enterTeam } from '../company/enter-team.ts';
import { noteIdentifierChange } from '../company/find-issue.ts';
import type { Project } from '../company/initiative.ts';
import type { Issue, IssueHistory } from '../company/issue.ts';
import { noteBlocker } from '../company/relate.ts';
import type { Cycle, StateType, Team, User, WorkflowState } from '../company/team.ts';

export interface NewIssue {
  readonly team: Team;
  readonly title: string;
  /** The team's first backlog state where absent. */
  readonly state?: WorkflowState;
  readonly creator?: User | null;
  readonly project?: Project | null;
  readonly priority?: number;
}

/** Adds an issue; like Linear, its creation leaves no entry in its history. */
export function createIssue(company: Company, draft: NewIssue, at: number): Issue {
  const { team, project = null } = draft;
  const number = team.nextNumber;
  team.nextNumber += 1;
  const identifier = `${team.key}-${number}`;
  const state = draft.state ?? findState(team, 'backlog');
  const issue: Issue = {
    id: company.nextId('issue'),
    number,
    identifier,
    previousIdentifiers: [],
    title: draft.title,
    priority: draft.priority ?? 0,
    estimate: null,
    dueDate: null,
    startedTriageAt: state.type === 'triage' ? at : null,
    triagedAt: null,
    startedAt: state.type === 'started' ? at : null,
    completedAt: state.type === 'completed' ? at : null,
    canceledAt: state.type === 'canceled' || state.type === 'duplicate' ? at : null,
    addedToTeamAt: at,
    addedToProjectAt: project ? at : null,
    addedToCycleAt: null,
    autoArchivedAt: null,
    autoClosedAt: null,
    trashed: null,
    team,
    state,
    assignee: null,
    delegate: null,
    creator: draft.creator ?? null,
    project,
    projectMilestone: null,
    cycle: null,
    parent: null,
    children: [],
    labels: [],
    relations: [],
    inverseRelations: [],
    stateSpans: [{ state, startedAt: at, endedAt: null }],
    teamSpans: [{ team, identifier, startedAt: at, endedAt: null }],
    history: [],
    createdAt: at,
    updatedAt: at,
    archivedAt: null,
  };
  project?.issues.push(issue);
  return company.issues.add(issue);
}

/** To a state of the issue's own team, or to the team's first state of a type. */
export function changeState(
  company: Company,
  issue: Issue,
  to: WorkflowState | StateType,
  at: number,
  actor: User | null = issue.assignee,
): void {
  const toState = typeof to === 'string' ? findState(issue.team, to) : to;
  if (toState.team !== issue.team) {
    throw new Error(`State ${toState.name} is not one of team ${issue.team.key}`);
  }
  const wasClosed = isClosed(issue.state);
  record(company, issue, { fromState: issue.state, toState }, at, actor);
  enterState(issue, toState, at);
  if (isClosed(toState) === wasClosed) return;
  for (const relation of issue.relations) {
    if (relation.type === 'blocks') noteBlocker(relation, !wasClosed, at);
  }
}

/** The issue gets the team's next number, and the team's state of the type it had. */
export function moveTeam(company: Company, issue: Issue, team: Team, at: number, actor: User | null = issue.assignee): void {
  const toState = findState(team, issue.state.type);
  const change = { fromTeam: issue.team, toTeam: team, fromState: issue.state, toState };
  record(company, issue, change, at, actor);
  enterTeam(issue, team, at);
  enterState(issue, toState, at);
  noteIdentifierChange(company);
}

export function assign(company: Company, issue: Issue, assignee: User | null, at: number, actor: User | null = issue.creator): void {
  record(company, issue, { fromAssignee: issue.assignee, toAssignee: assignee }, at, actor);
  issue.assignee = assignee;
}

export function changeProject(
  company: Company,
  issue: Issue,
  project: Project | null,
  at: number,
  actor: User | null = issue.assignee,
): void {
  const from = issue.project;
  record(company, issue, { fromProject: from, toProject: project }, at, actor);
  from?.issues.splice(from.issues.indexOf(issue), 1);
  project?.issues.push(issue);
  issue.project = project;
  issue.projectMilestone = null;
  issue.addedToProjectAt = project ? at : null;
}

export function changeCycle(company: Company, issue: Issue, cycle: Cycle | null, at: number, actor: User | null = issue.assignee): void {
  record(company, issue, { fromCycle: issue.cycle, toCycle: cycle }, at, actor);
  issue.cycle = cycle;
  issue.addedToCycleAt = cycle ? at : null;
}

export function findState(team: Team, type: StateType): WorkflowState {
  const state = team.states.find((candidate) => candidate.type === type);
  if (!state) throw new Error(`Team ${team.key} has no state of type ${type}`);
  return state;
}

function record(company: Company, issue: Issue, change: Partial<IssueHistory>, at: number, actor: User | null): void {
  issue.history.push({ createdAt: at, issue, actor, ...change });
  company.issues.touch(issue, at);
}
