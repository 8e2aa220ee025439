import type { Company } from '../company/company.ts';
import type { Project, ProjectStatus } from '../company/initiative.ts';
import type { User } from '../company/team.ts';
import { DAY_MS, formatDay, HOUR_MS } from './calendar.ts';
import { type InitiativePlan, toSlug } from './initiatives.ts';
import { addMilestones, relateProjects } from './project-parts.ts';
import { decideOpening, decideStatus } from './project-schedule.ts';
import { makeProjectStatuses } from './project-statuses.ts';
import type { Random } from './random.ts';
import type { TeamPlan } from './team-plan.ts';

export interface ProjectPlan {
  readonly project: Project;
  /** The span in which issues are filed under it, in epoch milliseconds. */
  readonly opensAt: number;
  readonly closesAt: number;
}

const FLAVOURS = [
  '{thing}: first version',
  'Rework {thing}',
  '{thing} for high-volume shops',
  '{thing} rollout',
  'Rebuild {thing}',
  '{thing} beta',
];
/** Per team. */
const PROJECTS_OF_NO_INITIATIVE = 1.3;

/** Projects of every initiative, and some that belong to none. */
export function makeProjects(
  company: Company,
  initiatives: readonly InitiativePlan[],
  teams: readonly TeamPlan[],
  random: Random,
): ProjectPlan[] {
  const statuses = makeProjectStatuses(company);
  const plans: ProjectPlan[] = [];
  for (const plan of initiatives) {
    const count = random.int(2, 4);
    const only = pickLead(teams, random);
    for (let place = 0; place < count; place += 1) {
      const lead = {
        dedicated: () => (random.chance(0.5) ? plan.initiative.owner : pickLead(teams, random)),
        partTime: () => pickLead(teams, random),
        diluted: () => pickOtherLead(plan, teams, random),
        inferred: () => only,
        unowned: () => null,
        left: () => (place === 0 ? plan.initiative.owner : null),
      }[plan.accountability]();
      const made = makeProject(company, statuses, plan, teams, lead, random);
      joinInitiative(company, plan, made, random);
      plans.push(made);
    }
  }
  for (let place = 0; place < Math.ceil(teams.length * PROJECTS_OF_NO_INITIATIVE); place += 1) {
    plans.push(makeProject(company, statuses, null, teams, pickLead(teams, random), random));
  }
  shareOneProject(company, initiatives, random);
  relateProjects(
    company,
    plans.map(({ project }) => project),
    random,
  );
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
  const home = pickHome(plan, teams, random);
  const helpers = home.needs.filter(() => random.chance(0.25)).map(({ on }) => on);
  const involved = [...new Set([home, ...helpers])].slice(0, 3);
  const isFirst = plan?.initiative.toProjects.length === 0;
  const opensAt = decideOpening(company, plan, isFirst, random);
  const lengthMs = random.int(50, 220) * DAY_MS;
  const status = decideStatus(plan, opensAt, opensAt + lengthMs, today, random);
  const isOver = status === 'Completed' || status === 'Canceled';
  const closesAt = isOver ? Math.min(opensAt + lengthMs, today - 5 * DAY_MS) : today;
  const isBegun = opensAt < today && status !== 'Planned' && status !== 'Backlog';
  const createdAt = Math.min(today - DAY_MS, opensAt - random.int(5, 40) * DAY_MS);
  const thing = random.pick(home.area.things);
  const name = random.pick(FLAVOURS).replace('{thing}', thing);
  const health =
    isBegun && !isOver && random.chance(0.7)
      ? random.pickWeighted([
          ['onTrack', 5],
          ['atRisk', 3],
          ['offTrack', 1],
        ] as const)
      : null;
  const project: Project = {
    id: company.nextId('project'),
    name: name.charAt(0).toUpperCase() + name.slice(1),
    slugId: `${toSlug(name)}-${company.nextId('slug').slice(0, 8)}`,
    description: '',
    color: '#5e6ad2',
    priority: random.pickWeighted([
      [0, 3],
      [1, 1],
      [2, 3],
      [3, 4],
      [4, 2],
    ] as const),
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
    updatedAt: Math.max(createdAt, isOver ? closesAt : Math.min(today - HOUR_MS, opensAt + random.int(5, 40) * DAY_MS)),
    archivedAt: null,
  };
  archiveLongOver(project, today);
  company.projects.add(project);
  if (random.chance(0.6)) addMilestones(company, project, opensAt, lengthMs, random);
  return { project, opensAt: opensAt - 25 * DAY_MS, closesAt };
}

/** A team of the initiative's areas; reviewers have no projects of their own. */
function pickHome(plan: InitiativePlan | null, teams: readonly TeamPlan[], random: Random): TeamPlan {
  const builders = teams.filter(({ area }) => area.kind !== 'review');
  const fitting = builders.filter(({ area }) => plan?.areas.includes(area.key));
  return random.pick(fitting.length > 0 ? fitting : builders);
}

function archiveLongOver(project: Project, today: number): void {
  const overAt = project.completedAt ?? project.canceledAt;
  if (overAt === null || overAt > today - 240 * DAY_MS) return;
  project.archivedAt = overAt + 210 * DAY_MS;
  project.autoArchivedAt = project.archivedAt;
  project.updatedAt = project.archivedAt;
}

function joinInitiative(company: Company, { initiative }: InitiativePlan, { project }: ProjectPlan, random: Random): void {
  const at = Math.min(company.today - HOUR_MS, Math.max(initiative.createdAt, project.createdAt) + random.int(0, 5) * DAY_MS);
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

function pickLead(teams: readonly TeamPlan[], random: Random): User {
  const { people } = random.pick(teams);
  const active = people.filter(({ user }) => user.active);
  return random.pick(active.length > 0 ? active : people).user;
}

/** Nobody who leads a project of the initiative already. */
function pickOtherLead({ initiative }: InitiativePlan, teams: readonly TeamPlan[], random: Random): User {
  const leads = new Set(initiative.toProjects.map(({ project }) => project.lead));
  const others = teams.filter(({ people }) => !people.some(({ user }) => leads.has(user)));
  return pickLead(others.length > 0 ? others : teams, random);
}
