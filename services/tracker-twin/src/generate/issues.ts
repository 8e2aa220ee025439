import type { Company } from '../company/company.ts';
import type { Issue, IssueHistory, IssueLabel } from '../company/issue.ts';
import type { Cycle, User, WorkflowState } from '../company/team.ts';
import { DAY_MS, formatDay } from './calendar.ts';
import type { IssuePlan } from './issue-plans.ts';
import { pickAssignee } from './pick-assignee.ts';
import type { PeopleOffice } from './people.ts';
import type { ProjectPlan } from './projects.ts';
import type { StatesByRole, TeamPlan } from './team-plan.ts';
import { tellTimeline, type Step } from './timeline.ts';
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
const MAX_ROLLOVERS = 12;
const MOVED_CHANCE = 0.03;
const SKIPPED_NUMBER_CHANCE = 0.007;

/** One issue with its whole past, links excepted. */
export function makeIssue(plan: IssuePlan, setting: IssueSetting): Issue {
  const { company } = setting;
  const { steps } = tellTimeline(plan, company.today);
  const move = decideMove(plan, steps, setting);
  const issue = makeBareIssue(plan, setting, move?.from ?? plan.team);
  const assignee = pickAssignee(plan);
  for (const [place, step] of steps.entries()) {
    if (place === 0) enterFirstState(issue, step, (move?.from ?? plan.team).states);
    else takeStep(issue, plan, step, assignee, place === move?.place, setting);
  }
  planCycles(issue, plan, company.today);
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
    priority: random.pickWeighted([[0, 15], [1, 5], [2, 25], [3, 35], [4, 20]] as const),
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
  if (isMove) moveIssue(issue, plan, entry);
  if (assignee && !issue.assignee && (role === 'ready' || role === 'progress')) {
    entry.fromAssignee = null;
    entry.toAssignee = assignee;
    issue.assignee = assignee;
  }
  changeStateAt(issue, toState, at);
  issue.history.push(entry);
  issue.updatedAt = Math.min(at + 400, company.today);
}

function moveIssue(issue: Issue, { team, random }: IssuePlan, entry: IssueHistory): void {
  const number = takeNumber(team, random.chance(SKIPPED_NUMBER_CHANCE));
  entry.fromTeam = issue.team;
  entry.toTeam = team.team;
  issue.previousIdentifiers.push(issue.identifier);
  issue.team = team.team;
  issue.number = number;
  issue.identifier = `${team.team.key}-${number}`;
  issue.addedToTeamAt = entry.createdAt;
  (issue.teamSpans.at(-1) as Issue['teamSpans'][number]).endedAt = entry.createdAt;
  issue.teamSpans.push({
    team: team.team,
    identifier: issue.identifier,
    startedAt: entry.createdAt,
    endedAt: null,
  });
}

/** The dates Linear keeps on an issue tell of its present period only. */
export function changeStateAt(issue: Issue, toState: WorkflowState, at: number): void {
  const last = issue.stateSpans.at(-1);
  if (last) last.endedAt = at;
  issue.stateSpans.push({ state: toState, startedAt: at, endedAt: null });
  const { type } = toState;
  if (issue.state.type === 'triage' && type !== 'triage') issue.triagedAt = at;
  if (type === 'triage') issue.startedTriageAt = at;
  if (type === 'started') issue.startedAt ??= at;
  else if (type !== 'completed' && type !== 'canceled' && type !== 'duplicate') issue.startedAt = null;
  issue.completedAt = type === 'completed' ? (issue.completedAt ?? at) : null;
  issue.canceledAt = type === 'canceled' || type === 'duplicate' ? (issue.canceledAt ?? at) : null;
  issue.state = toState;
}

/** The cycle in which work began, and every next one while it goes on. */
function planCycles(issue: Issue, plan: IssuePlan, today: number): void {
  const { cycles } = plan.team.team;
  const begun = issue.stateSpans.find(({ state }) => state.type === 'unstarted' || state.type === 'started');
  if (cycles.length === 0 || !begun || issue.team !== plan.team.team || !plan.random.chance(0.8)) return;
  const closedAt = issue.completedAt ?? issue.canceledAt ?? today;
  const first = cycles.findIndex(({ startsAt, endsAt }) => startsAt <= begun.startedAt && begun.startedAt < endsAt);
  let current: Cycle | null = null;
  for (let place = first; place >= 0 && place < first + MAX_ROLLOVERS; place += 1) {
    const cycle = cycles[place];
    const at = current === null ? Math.max(begun.startedAt, issue.createdAt) + 1 : current.endsAt;
    if (!cycle || at >= closedAt || at >= today) break;
    const entry: IssueHistory = { createdAt: at, issue, actor: null, fromCycle: current, toCycle: cycle };
    if (current === null) entry.actor = issue.assignee ?? issue.creator;
    issue.history.push(entry);
    current = cycle;
    issue.cycle = cycle;
    issue.addedToCycleAt = at;
    issue.updatedAt = Math.max(issue.updatedAt, at);
  }
}

function pickProject({ team, createdAt, random }: IssuePlan, { projectsByTeam }: IssueSetting) {
  const open = (projectsByTeam.get(team) ?? []).filter(
    ({ opensAt, closesAt }) => opensAt <= createdAt && createdAt < closesAt,
  );
  return open.length > 0 && random.chance(0.75) ? random.pick(open).project : null;
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
