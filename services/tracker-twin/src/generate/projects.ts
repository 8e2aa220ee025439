import type { Company } from '../company/company.ts';
import type { Project, ProjectStatus, ProjectStatusType } from '../company/initiative.ts';
import type { User } from '../company/team.ts';
import { DAY_MS, formatDay, HISTORY_DAYS } from './calendar.ts';
import { type InitiativePlan, toSlug } from './initiatives.ts';
import type { Random } from './random.ts';
import type { TeamPlan } from './team-plan.ts';

export interface ProjectPlan {
  readonly project: Project;
  /** The span in which issues are filed under it, in epoch milliseconds. */
  readonly opensAt: number;
  readonly closesAt: number;
}

const STATUSES: readonly (readonly [name: string, type: ProjectStatusType, color: string])[] = [
  ['Backlog', 'backlog', '#bec2c8'],
  ['Planned', 'planned', '#e2e2e2'],
  ['In Progress', 'started', '#f2c94c'],
  ['In Rollout', 'started', '#0f783c'],
  ['Paused', 'paused', '#95a2b3'],
  ['Completed', 'completed', '#5e6ad2'],
  ['Canceled', 'canceled', '#95a2b3'],
];
const FLAVOURS = ['{thing}: first version', 'Rework {thing}', '{thing} for high-volume shops', '{thing} rollout', 'Rebuild {thing}', '{thing} beta'];
const MILESTONES = ['Design agreed', 'Internal preview', 'Pilot shops', 'General availability'];

/** Projects of every initiative, and some that belong to none. */
export function makeProjects(
  company: Company,
  initiatives: readonly InitiativePlan[],
  teams: readonly TeamPlan[],
  random: Random,
): ProjectPlan[] {
  const statuses = makeStatuses(company);
  const plans: ProjectPlan[] = [];
  for (const plan of initiatives) {
    const count = random.int(2, 4);
    const only = pickLead(teams, random);
    for (let place = 0; place < count; place += 1) {
      const lead = {
        dedicated: () => (random.chance(0.5) ? plan.initiative.owner : pickLead(teams, random)),
        partTime: () => pickLead(teams, random),
        diluted: () => pickLead(teams, random),
        inferred: () => only,
        unowned: () => null,
        left: () => (place === 0 ? plan.initiative.owner : null),
      }[plan.accountability]();
      const made = makeProject(company, statuses, plan, teams, lead, random);
      joinInitiative(company, plan, made, random);
      plans.push(made);
    }
  }
  for (let place = 0; place < Math.ceil(teams.length / 3); place += 1) {
    plans.push(makeProject(company, statuses, null, teams, pickLead(teams, random), random));
  }
  shareOneProject(company, initiatives, random);
  relateProjects(company, plans, random);
  return plans;
}

function makeProject(
  company: Company,
  statuses: ReadonlyMap<string, ProjectStatus>,
  plan: InitiativePlan | null,
  teams: readonly TeamPlan[],
  lead: User | null,
  random: Random,
): ProjectPlan {
  const { today } = company;
  const home = random.pick(teams);
  const helpers = home.needs.filter(() => random.chance(0.25)).map(({ on }) => on);
  const involved = [...new Set([home, ...helpers])].slice(0, 3);
  const opensAt = decideOpening(company, plan, random);
  const lengthMs = random.int(50, 220) * DAY_MS;
  const status = decideStatus(plan, opensAt, opensAt + lengthMs, today, random);
  const isOver = status === 'Completed' || status === 'Canceled';
  const closesAt = isOver ? Math.min(opensAt + lengthMs, today - 5 * DAY_MS) : today;
  const isBegun = opensAt < today && status !== 'Planned' && status !== 'Backlog';
  const createdAt = Math.min(today - DAY_MS, opensAt - random.int(5, 40) * DAY_MS);
  const thing = random.pick(home.area.things);
  const name = random.pick(FLAVOURS).replace('{thing}', thing);
  const health = isBegun && !isOver && random.chance(0.7) ? random.pickWeighted([['onTrack', 5], ['atRisk', 3], ['offTrack', 1]] as const) : null;
  const project: Project = {
    id: company.nextId('project'),
    name: name.charAt(0).toUpperCase() + name.slice(1),
    slugId: `${toSlug(name)}-${company.nextId('slug').slice(0, 8)}`,
    description: '',
    color: '#5e6ad2',
    priority: random.pickWeighted([[0, 3], [1, 1], [2, 3], [3, 4], [4, 2]] as const),
    status: statuses.get(status) as ProjectStatus,
    health,
    healthUpdatedAt: health ? today - random.int(1, 14) * DAY_MS : null,
    startDate: formatDay(opensAt),
    targetDate: random.chance(0.85) ? formatDay(opensAt + lengthMs + random.int(-15, 15) * DAY_MS) : null,
    startedAt: isBegun ? opensAt : null,
    completedAt: status === 'Completed' ? closesAt : null,
    canceledAt: status === 'Canceled' ? closesAt : null,
    autoArchivedAt: null,
    trashed: null,
    lead,
    creator: lead,
    members: [...new Set(involved.flatMap(({ people }) => people.slice(0, 4)).map(({ user }) => user))],
    teams: involved.map(({ team }) => team),
    initiativeToProjects: [],
    projectMilestones: [],
    relations: [],
    inverseRelations: [],
    issues: [],
    history: [],
    createdAt,
    updatedAt: Math.max(createdAt, isOver ? closesAt : Math.min(today, opensAt + random.int(5, 40) * DAY_MS)),
    archivedAt: null,
  };
  archiveLongOver(project, today);
  company.projects.add(project);
  if (random.chance(0.6)) addMilestones(company, project, opensAt, lengthMs, random);
  return { project, opensAt: opensAt - 15 * DAY_MS, closesAt };
}

function decideOpening(company: Company, plan: InitiativePlan | null, random: Random): number {
  const { today } = company;
  const status = plan?.initiative.status;
  if (status === 'Planned' || status === 'Proposed') return today + random.int(10, 90) * DAY_MS;
  const earliest = plan?.initiative.startedAt ?? today - (HISTORY_DAYS - 20) * DAY_MS;
  const latest = plan?.initiative.completedAt ?? today - 10 * DAY_MS;
  return Math.round(earliest + random.float() * Math.max(0, latest - earliest));
}

function decideStatus(
  plan: InitiativePlan | null,
  opensAt: number,
  endsAt: number,
  today: number,
  random: Random,
): string {
  const ofInitiative = plan?.initiative.status;
  if (ofInitiative === 'Completed') return 'Completed';
  if (ofInitiative === 'Canceled') return 'Canceled';
  if (opensAt > today) return random.chance(0.6) ? 'Planned' : 'Backlog';
  if (endsAt < today) return random.pickWeighted([['Completed', 8], ['Canceled', 1], ['In Progress', 2]] as const);
  return random.pickWeighted([['In Progress', 8], ['In Rollout', 2], ['Paused', 1]] as const);
}

function archiveLongOver(project: Project, today: number): void {
  const overAt = project.completedAt ?? project.canceledAt;
  if (overAt === null || overAt > today - 240 * DAY_MS) return;
  project.archivedAt = overAt + 210 * DAY_MS;
  project.autoArchivedAt = project.archivedAt;
  project.updatedAt = project.archivedAt;
}

function joinInitiative(
  company: Company,
  { initiative }: InitiativePlan,
  { project }: ProjectPlan,
  random: Random,
): void {
  const at = Math.min(company.today, Math.max(initiative.createdAt, project.createdAt) + random.int(0, 5) * DAY_MS);
  const join = company.initiativeToProjects.add({
    id: company.nextId('initiativeToProject'),
    initiative,
    project,
    sortOrder: String(initiative.toProjects.length),
    createdAt: at,
    updatedAt: at,
    archivedAt: null,
  });
  initiative.toProjects.push(join);
  project.initiativeToProjects.push(join);
}

/** A project may serve two initiatives. */
function shareOneProject(company: Company, initiatives: readonly InitiativePlan[], random: Random): void {
  const [first, second] = initiatives;
  const project = second?.initiative.toProjects[0]?.project;
  if (first && project) joinInitiative(company, first, { project, opensAt: 0, closesAt: 0 }, random);
}

function relateProjects(company: Company, plans: readonly ProjectPlan[], random: Random): void {
  for (const [place, { project }] of plans.entries()) {
    if (place === 0 || !random.chance(0.22)) continue;
    const other = plans[random.int(0, place - 1)]?.project as Project;
    const at = Math.min(company.today, Math.max(project.createdAt, other.createdAt) + 3 * DAY_MS);
    const milestone = random.chance(0.3) ? (other.projectMilestones.at(-1) ?? null) : null;
    const relation = company.projectRelations.add({
      id: company.nextId('projectRelation'),
      type: random.chance(0.8) ? 'blocks' : 'dependency',
      anchorType: milestone ? 'milestone' : 'end',
      relatedAnchorType: 'start',
      project: other,
      relatedProject: project,
      projectMilestone: milestone,
      relatedProjectMilestone: null,
      user: project.lead,
      createdAt: at,
      updatedAt: at,
      archivedAt: null,
    });
    other.relations.push(relation);
    project.inverseRelations.push(relation);
  }
}

function addMilestones(company: Company, project: Project, opensAt: number, lengthMs: number, random: Random): void {
  for (const [place, name] of MILESTONES.slice(0, random.int(2, 4)).entries()) {
    const dueAt = opensAt + ((place + 1) / MILESTONES.length) * lengthMs;
    const isDone = project.completedAt !== null || (project.startedAt !== null && dueAt < company.today && random.chance(0.7));
    const milestone = company.milestones.add({
      id: company.nextId('milestone'),
      name,
      targetDate: formatDay(dueAt),
      sortOrder: place * 100,
      status: isDone ? 'done' : dueAt < company.today ? 'overdue' : place === 0 ? 'next' : 'unstarted',
      project,
      createdAt: project.createdAt,
      updatedAt: Math.max(project.createdAt, Math.min(project.updatedAt, company.today)),
      archivedAt: null,
    });
    project.projectMilestones.push(milestone);
  }
}

function pickLead(teams: readonly TeamPlan[], random: Random): User {
  const { people } = random.pick(teams);
  const active = people.filter(({ user }) => user.active);
  return random.pick(active.length > 0 ? active : people).user;
}

function makeStatuses(company: Company): ReadonlyMap<string, ProjectStatus> {
  const at = company.today - (HISTORY_DAYS + 500) * DAY_MS;
  return new Map(
    STATUSES.map(([name, type, color], place) => [
      name,
      company.projectStatuses.add({
        id: company.nextId('projectStatus'),
        name,
        type,
        color,
        position: place,
        indefinite: type === 'backlog' || type === 'paused',
        createdAt: at,
        updatedAt: at,
        archivedAt: null,
      }),
    ]),
  );
}
