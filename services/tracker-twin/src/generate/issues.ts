import type { Company } from '../company/company.ts';
import { enterState } from '../company/enter-state.ts';
import { enterTeam } from '../company/enter-team.ts';
import type { Issue, IssueHistory, IssueLabel } from '../company/issue.ts';
import type { User } from '../company/team.ts';
import { DAY_MS, formatDay } from './calendar.ts';
import type { IssuePlan } from './issue-plans.ts';
import type { PeopleOffice } from './people.ts';
import { pickAssignee } from './pick-assignee.ts';
import { planCycles } from './plan-cycles.ts';
import type { ProjectPlan } from './projects.ts';
import { addSmallChanges } from './small-changes.ts';
import type { StatesByRole, TeamPlan } from './team-plan.ts';
import { type Step, tellTimeline } from './timeline.ts';
import { makeTitle } from './titles.ts';

/** What issues are made from beside their plans. */
export interface IssueSetting {
  readonly company: Company;
  readonly teams: readonly TeamPlan[];
  readonly projectsByTeam: ReadonlyMap<TeamPlan, readonly ProjectPlan[]>;
  readonly labels: ReadonlyMap<string, IssueLabel>;
  readonly office: PeopleOffice;
}

const GITHUB = { id: null, type: 'github', name: 'GitHub' };
const MOVED_CHANCE = 0.03;
const SKIPPED_NUMBER_CHANCE = 0.007;

/** One issue with its whole past, links excepted. */
export function makeIssue(plan: IssuePlan, setting: IssueSetting): Issue {
  const { company } = setting;
  const { steps, closedAt } = tellTimeline(plan, company.today);
  const move = decideMove(plan, steps, setting);
  const issue = makeBareIssue(plan, setting, move?.from ?? plan.team);
  const assignee = pickAssignee(plan);
  for (const [place, step] of steps.entries()) {
    if (place === 0) enterFirstState(issue, step, (move?.from ?? plan.team).states);
    else takeStep(issue, plan, step, assignee, place === move?.place, setting);
  }
  planCycles(issue, plan, company.today);
  addSmallChanges(issue, plan, company.today);
  // Others still ask when it closed, nobody for its steps.
  plan.timeline = { steps: [], closedAt };
  company.issues.add(issue);
  return issue;
}

interface Move {
  readonly from: TeamPlan;
  /** The step with which it comes to its present team. */
  readonly place: number;
}

function decideMove(plan: IssuePlan, steps: readonly Step[], setting: IssueSetting): Move | null {
  const { random, team } = plan;
  if (!random.chance(MOVED_CHANCE) || steps.length < 2 || plan.kind === 'request') return null;
  const from = random.pick(setting.teams);
  return from === team ? null : { from, place: 1 };
}

function makeBareIssue(plan: IssuePlan, setting: IssueSetting, home: TeamPlan): Issue {
  const { company, labels, office } = setting;
  const { random, createdAt, kind, requester } = plan;
  const author = random.pick((requester ?? home).people);
  const creator = kind === 'bug' && random.chance(0.15) ? (office.apps[0] as User) : author.user;
  const project = pickProject(plan, setting);
  const number = takeNumber(home, random.chance(SKIPPED_NUMBER_CHANCE));
  const identifier = `${home.team.key}-${number}`;
  return {
    id: company.nextId('issue'),
    number,
    identifier,
    previousIdentifiers: [],
    title: makeTitle(plan.team.area, kind, random, requester?.team.name ?? 'us'),
    priority: random.pickWeighted([
      [0, 15],
      [1, 5],
      [2, 25],
      [3, 35],
      [4, 20],
    ] as const),
    estimate: home.habits.estimates && random.chance(0.8) ? random.pick([1, 2, 2, 3, 3, 5, 8]) : null,
    dueDate: random.chance(0.06) ? formatDay(createdAt + random.int(10, 90) * DAY_MS) : null,
    startedTriageAt: null,
    triagedAt: null,
    startedAt: null,
    completedAt: null,
    canceledAt: null,
    addedToTeamAt: createdAt,
    addedToProjectAt: project ? createdAt : null,
    addedToCycleAt: null,
    autoArchivedAt: null,
    autoClosedAt: null,
    trashed: null,
    team: home.team,
    state: home.states.backlog,
    assignee: null,
    delegate: random.chance(0.01) ? (office.apps[2] as User) : null,
    creator: random.chance(0.02) ? null : creator,
    project,
    projectMilestone: project && random.chance(0.4) ? (project.projectMilestones[0] ?? null) : null,
    cycle: null,
    parent: null,
    children: [],
    labels: pickLabels(plan, labels),
    relations: [],
    inverseRelations: [],
    stateSpans: [],
    teamSpans: [{ team: home.team, identifier, startedAt: createdAt, endedAt: null }],
    history: [],
    createdAt,
    updatedAt: createdAt,
    archivedAt: null,
  };
}

function enterFirstState(issue: Issue, { role, at }: Step, states: StatesByRole): void {
  issue.state = states[role];
  issue.stateSpans.push({ state: issue.state, startedAt: at, endedAt: null });
  if (issue.state.type === 'triage') issue.startedTriageAt = at;
  if (issue.state.type === 'started') issue.startedAt = at + 4;
}

function takeStep(
  issue: Issue,
  plan: IssuePlan,
  { at, role, isAutomatic }: Step,
  assignee: User | null,
  isMove: boolean,
  { company }: IssueSetting,
): void {
  const { team, random } = plan;
  const toState = team.states[role];
  if (toState === issue.state) return;
  const isMerge = (role === 'done' || role === 'review') && random.chance(0.4);
  const entry: IssueHistory = {
    createdAt: at,
    issue,
    actor: isMerge || isAutomatic ? null : (assignee ?? (team.people[0]?.user as User)),
    fromState: issue.state,
    toState,
  };
  if (isMerge) entry.botActor = GITHUB;
  if (isAutomatic) {
    entry.autoClosed = true;
    issue.autoClosedAt = at;
  }
  if (isMove) {
    entry.fromTeam = issue.team;
    entry.toTeam = team.team;
    enterTeam(issue, team.team, at);
  }
  if (assignee && !issue.assignee && (role === 'ready' || role === 'progress')) {
    entry.fromAssignee = null;
    entry.toAssignee = assignee;
    issue.assignee = assignee;
  }
  enterState(issue, toState, at);
  issue.history.push(entry);
  issue.updatedAt = Math.min(at + 400, company.today);
}

function pickProject({ team, createdAt, random }: IssuePlan, { projectsByTeam }: IssueSetting) {
  const open = (projectsByTeam.get(team) ?? []).filter(({ opensAt, closesAt }) => opensAt <= createdAt && createdAt < closesAt);
  const led = open.filter(({ project }) => project.initiativeToProjects.length > 0);
  const candidates = led.length > 0 && random.chance(0.75) ? led : open;
  return candidates.length > 0 && random.chance(0.85) ? random.pick(candidates).project : null;
}

function pickLabels({ kind, random }: IssuePlan, labels: IssueSetting['labels']): IssueLabel[] {
  const names = {
    bug: ['Bug', ...(random.chance(0.1) ? ['Regression'] : [])],
    feature: [random.chance(0.5) ? 'Feature' : 'Improvement'],
    chore: ['Tech debt'],
    request: ['Dependency'],
  }[kind];
  if (random.chance(0.08)) names.push('Customer request', random.pick(['Support', 'Sales']));
  return names.flatMap((name) => labels.get(name) ?? []);
}

function takeNumber({ team }: TeamPlan, isSkipped: boolean): number {
  if (isSkipped) team.nextNumber += 1;
  const number = team.nextNumber;
  team.nextNumber += 1;
  return number;
}
