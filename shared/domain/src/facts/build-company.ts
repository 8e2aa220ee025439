import { issueFlag, type PlanDates, type PlanStatus } from './company.ts';
import { type BuiltCompany, type CompanyBuilder, makeCompanyBuilder } from './company-builder.ts';
import { type StatusCategory, statusCategoryCode } from './status-category.ts';

/** A company told as plain objects that name each other by id: for tests and small uses. Instants in milliseconds. */
export interface CompanyStory {
  /** Where left out: the teams that the issues and people name, in order of appearance. */
  readonly teams?: readonly string[];
  readonly people?: readonly { id: string; active?: boolean; teams?: readonly string[] }[];
  readonly initiatives?: readonly {
    id: string;
    owner?: string | null;
    status?: PlanStatus;
    parents?: readonly string[];
    dates?: PlanDates;
  }[];
  readonly projects?: readonly { id: string; lead?: string | null; status?: PlanStatus; initiatives?: readonly string[] }[];
  readonly issues: readonly IssueStory[];
  readonly dependencies?: readonly DependencyStory[];
}

export interface IssueStory {
  readonly id: string;
  readonly createdAt: number;
  /** Deleted, trashed or archived at, and not back again. */
  readonly closedAt?: number | null;
  readonly closed?: readonly { at: number; closed: boolean }[];
  readonly project?: string | null;
  readonly defect?: boolean;
  readonly statuses: readonly { at: number; category: StatusCategory | null }[];
  readonly teams: readonly { at: number; team: string | null }[];
  readonly flagged?: readonly { at: number; flagged: boolean }[];
  readonly assignees?: readonly { at: number; person: string | null }[];
}

export interface DependencyStory {
  readonly blocker: string;
  readonly blocked: string;
  /** null: not known. */
  readonly from: number | null;
  /** null or left out: the link still stands. */
  readonly to?: number | null;
}

/** Throws where the story names something it does not tell. */
export function buildCompany(story: CompanyStory): BuiltCompany {
  const builder = makeCompanyBuilder();
  const people = story.people ?? [];
  const initiatives = story.initiatives ?? [];
  const projects = story.projects ?? [];
  const teamOf = indexOf('team', story.teams ?? nameTeams(story));
  const personOf = indexOf('person', idsOf(people));
  const initiativeOf = indexOf('initiative', idsOf(initiatives));
  const projectOf = indexOf('project', idsOf(projects));
  const issueOf = indexOf('issue', idsOf(story.issues));

  for (const id of teamOf.ids) builder.addTeam(id);
  for (const { id, active = true, teams = [] } of people) builder.addPerson(id, { active, teams: teams.map(teamOf) });
  for (const { id, owner, status = 'active', parents = [], dates } of initiatives)
    builder.addInitiative(id, { owner: personOf(owner), status, parents: parents.map(initiativeOf), ...(dates && { dates }) });
  for (const { id, lead, status = 'active', initiatives: within = [] } of projects)
    builder.addProject(id, { lead: personOf(lead), status, initiatives: within.map(initiativeOf) });
  for (const issue of story.issues) addIssue(builder, issue, projectOf, teamOf, personOf);
  for (const { blocker, blocked, from, to } of story.dependencies ?? []) {
    if (from === null) builder.addDependencyOfUnknownStart();
    else builder.addDependency(issueOf(blocker), issueOf(blocked), from, to ?? Infinity);
  }
  return builder.build();
}

function addIssue(builder: CompanyBuilder, issue: IssueStory, projectOf: IndexOf, teamOf: IndexOf, personOf: IndexOf): void {
  const index = builder.addIssue(issue.id, issue.createdAt, projectOf(issue.project), issue.defect ? issueFlag.defect : 0);
  for (const { at, category } of issue.statuses) builder.addStatusStep(index, at, category === null ? -1 : statusCategoryCode[category]);
  for (const { at, team } of issue.teams) builder.addTeamStep(index, at, teamOf(team));
  for (const { at, person } of issue.assignees ?? []) builder.addAssigneeStep(index, at, personOf(person));
  for (const { at, flagged } of issue.flagged ?? []) builder.addFlagStep(index, at, flagged);
  for (const { at, closed } of issue.closed ?? []) builder.addClosedStep(index, at, closed);
  if (issue.closedAt !== undefined && issue.closedAt !== null) builder.addClosedStep(index, issue.closedAt, true);
}

/** −1 for nobody and nothing. */
type IndexOf = ((id: string | null | undefined) => number) & { readonly ids: readonly string[] };

function indexOf(noun: string, ids: readonly string[]): IndexOf {
  const places = new Map(ids.map((id, place) => [id, place]));
  const find = (id: string | null | undefined): number => {
    if (id === null || id === undefined) return -1;
    const place = places.get(id);
    if (place === undefined) throw new Error(`The story names the ${noun} '${id}', which it does not tell`);
    return place;
  };
  return Object.assign(find, { ids });
}

function idsOf(named: readonly { id: string }[]): string[] {
  return named.map(({ id }) => id);
}

function nameTeams({ issues, people = [] }: CompanyStory): string[] {
  const named = new Set<string>();
  for (const issue of issues) for (const { team } of issue.teams) if (team !== null) named.add(team);
  for (const { teams = [] } of people) for (const team of teams) named.add(team);
  return [...named];
}
