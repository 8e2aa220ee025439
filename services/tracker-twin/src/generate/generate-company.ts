import { Collection } from '../company/collection.ts';
import type { Company } from '../company/company.ts';
import { makeIds } from '../company/derive-id.ts';
import type { Issue } from '../company/issue.ts';
import { DAY_MS, HISTORY_DAYS } from './calendar.ts';
import { addDeadlocks } from './deadlocks.ts';
import { fitJira } from './fit-jira.ts';
import { makeInitiatives } from './initiatives.ts';
import { makeIssuePlans } from './issue-plans.ts';
import { type IssueSetting, makeIssue } from './issues.ts';
import { makeLabels } from './labels.ts';
import { linkIssue } from './links.ts';
import { addLooseEnds } from './loose-ends.ts';
import { joinOwners } from './members.ts';
import { makePeople } from './people.ts';
import { makeProjects, type ProjectPlan } from './projects.ts';
import { makeRandom } from './random.ts';
import { settleIssues } from './settle-issues.ts';
import type { TeamPlan } from './team-plan.ts';
import { deriveTeamCount, makeTeams } from './teams.ts';

export interface CompanySettings {
  readonly seed: number;
  /** How many issues, 300 to 1,000,000. */
  readonly issues: number;
  /** The instant the history ends, in epoch milliseconds. */
  readonly today: number;
  /** Only what a Jira can say as well: then both trackers tell one and the same company. */
  readonly fits?: 'jira';
}

/** Counts up whenever the same settings begin to give another company: whoever kept one has to fetch it anew. */
export const companyEdition = 1;

/** The same settings give the same company, to the last id. */
export function generateCompany({ seed, issues: count, today, fits }: CompanySettings): Company {
  const company = makeEmptyCompany(seed, today);
  const office = makePeople(company, makeRandom(seed, 'people'));
  const admin = office.hire('Europe/Berlin', 'Operations').user;
  admin.admin = true;
  admin.owner = true;
  const teams = makeTeams(company, deriveTeamCount(count), office, makeRandom(seed, 'teams'));
  const initiatives = makeInitiatives(company, teams.length, office, makeRandom(seed, 'initiatives'));
  const projects = makeProjects(company, initiatives, teams, makeRandom(seed, 'projects'));
  joinOwners(company, initiatives);
  const labels = makeLabels(company);
  const setting: IssueSetting = {
    company,
    teams,
    projectsByTeam: groupByTeam(projects, teams),
    labels,
    office,
  };
  const plans = makeIssuePlans(company, teams, count, makeRandom(seed, 'issues'));
  const issues: Issue[] = plans.map((plan) => makeIssue(plan, setting));
  for (const plan of plans) linkIssue(company, plan, issues);
  addDeadlocks(company, makeRandom(seed, 'deadlocks'));
  addLooseEnds(company, issues, makeRandom(seed, 'loose ends'));
  settleIssues(company, issues, makeRandom(seed, 'settling'));
  if (fits === 'jira') fitJira(company);
  return company;
}

function groupByTeam(projects: readonly ProjectPlan[], teams: readonly TeamPlan[]): Map<TeamPlan, ProjectPlan[]> {
  const plans = new Map(teams.map((plan) => [plan.team, plan]));
  const groups = new Map<TeamPlan, ProjectPlan[]>();
  for (const plan of projects) {
    for (const team of plan.project.teams) {
      const key = plans.get(team) as TeamPlan;
      groups.set(key, [...(groups.get(key) ?? []), plan]);
    }
  }
  return groups;
}

function makeEmptyCompany(seed: number, today: number): Company {
  const makeId = makeIds(seed);
  const places = new Map<string, number>();
  const nextId = (kind: string) => {
    const place = places.get(kind) ?? 0;
    places.set(kind, place + 1);
    return makeId(kind, place);
  };
  const foundedAt = today - (HISTORY_DAYS + 900) * DAY_MS;
  return {
    seed,
    today,
    organization: {
      id: nextId('organization'),
      name: 'Tallyport',
      urlKey: 'tallyport',
      createdAt: foundedAt,
      updatedAt: foundedAt,
      archivedAt: null,
    },
    users: new Collection(),
    teams: new Collection(),
    memberships: new Collection(),
    states: new Collection(),
    cycles: new Collection(),
    labels: new Collection(),
    initiatives: new Collection(),
    initiativeRelations: new Collection(),
    initiativeToProjects: new Collection(),
    projects: new Collection(),
    projectStatuses: new Collection(),
    milestones: new Collection(),
    projectRelations: new Collection(),
    issues: new Collection(),
    attachments: new Collection(),
    relations: new Collection(),
    removedRelations: [],
    relationsTouchIssues: false,
    nextId,
  };
}
