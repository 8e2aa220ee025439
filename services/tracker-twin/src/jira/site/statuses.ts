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

export function statusOfState(site: JiraSite, state: WorkflowState): SiteStatus {
  const name = TELLING_NAMES[state.name] ?? state.name;
  return makeStatus(site, name, CATEGORIES[state.type], site.isCloud ? state : null);
}

const INITIATIVE_CATEGORIES: Readonly<Record<InitiativeStatus, CategoryKey>> = {
  Proposed: 'new',
  Planned: 'new',
  Active: 'indeterminate',
  Completed: 'done',
  Canceled: 'done',
};

export function statusOfInitiative(site: JiraSite, status: InitiativeStatus): SiteStatus {
  return makeStatus(site, status, INITIATIVE_CATEGORIES[status], null);
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
  return makeStatus(site, name, PROJECT_CATEGORIES[type], null);
}

/** Every status there is, in the order of their ids. */
export function listStatuses(site: JiraSite): SiteStatus[] {
  const { company } = site;
  const statuses = [
    ...company.states.all.map((state) => statusOfState(site, state)),
    ...(Object.keys(INITIATIVE_CATEGORIES) as InitiativeStatus[]).map((status) => statusOfInitiative(site, status)),
    ...company.projectStatuses.all.map((status) => statusOfProject(site, status)),
  ];
  return [...new Map(statuses.map((status) => [status.id, status])).values()];
}

/** On Data Center, and for plans, the same name is the same status. */
function makeStatus(site: JiraSite, name: string, category: CategoryKey, state: WorkflowState | null): SiteStatus {
  const id = String(site.numbers.of('status', state ?? name));
  return { id, name: site.edition.statusName(name), category, team: state?.team ?? null };
}
