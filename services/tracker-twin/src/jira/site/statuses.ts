import type { InitiativeStatus, ProjectStatus } from '../../company/initiative.ts';
import type { StateType, Team, WorkflowState } from '../../company/team.ts';
import type { JiraSite } from './jira-site.ts';

export type CategoryKey = 'new' | 'indeterminate' | 'done';

/** A status of the site: of one project on Cloud, of all of them on Data Center, where the name is the status. */
export interface SiteStatus {
  readonly id: string;
  readonly name: string;
  readonly category: CategoryKey;
  /** null: every project may use it. */
  readonly team: Team | null;
}

/** Names that tell in Jira what only the type of the state tells in the company. */
const TELLING_NAMES: Readonly<Record<string, string>> = { Inbox: 'Triage', Rejected: 'Declined', Obsolete: "Won't Fix" };

const CATEGORIES: Readonly<Record<StateType, CategoryKey>> = {
  triage: 'new',
  backlog: 'new',
  unstarted: 'new',
  started: 'indeterminate',
  completed: 'done',
  canceled: 'done',
  duplicate: 'done',
};

/** Under the name that it had at an instant, or has today. Where names are statuses, the first name stays the status. */
export function statusOfState(site: JiraSite, state: WorkflowState, at = Number.POSITIVE_INFINITY): SiteStatus {
  const { formerNames = [] } = state;
  const name = formerNames.find(({ until }) => at < until)?.name ?? state.name;
  const identity = site.isCloud ? state : toTellingName(formerNames[0]?.name ?? state.name);
  return makeStatus(site, toTellingName(name), CATEGORIES[state.type], identity, site.isCloud ? state.team : null);
}

function toTellingName(name: string): string {
  return TELLING_NAMES[name] ?? name;
}

const INITIATIVE_CATEGORIES: Readonly<Record<InitiativeStatus, CategoryKey>> = {
  Proposed: 'new',
  Planned: 'new',
  Active: 'indeterminate',
  Completed: 'done',
  Canceled: 'done',
};

export function statusOfInitiative(site: JiraSite, status: InitiativeStatus): SiteStatus {
  return makeStatus(site, status, INITIATIVE_CATEGORIES[status], status, null);
}

const PROJECT_CATEGORIES: Readonly<Record<ProjectStatus['type'], CategoryKey>> = {
  backlog: 'new',
  planned: 'new',
  started: 'indeterminate',
  paused: 'indeterminate',
  completed: 'done',
  canceled: 'done',
};

export function statusOfProject(site: JiraSite, { name, type }: ProjectStatus): SiteStatus {
  return makeStatus(site, name, PROJECT_CATEGORIES[type], name, null);
}

/** Every status that is in use, in the order of their ids. */
export function listStatuses(site: JiraSite): SiteStatus[] {
  const { company } = site;
  const statuses = [
    ...company.states.all.filter(({ archivedAt }) => archivedAt === null).map((state) => statusOfState(site, state)),
    ...(Object.keys(INITIATIVE_CATEGORIES) as InitiativeStatus[]).map((status) => statusOfInitiative(site, status)),
    ...company.projectStatuses.all.map((status) => statusOfProject(site, status)),
  ];
  return [...new Map(statuses.map((status) => [status.id, status])).values()];
}

/** `identity`: a state, or a name where the same name is the same status: on Data Center, and of plans. */
function makeStatus(site: JiraSite, name: string, category: CategoryKey, identity: WorkflowState | string, team: Team | null): SiteStatus {
  const id = String(site.numbers.of('status', identity));
  return { id, name: site.edition.statusName(name), category, team };
}
