import { type Company, issueFlag, type StepColumns } from '@speedtax/domain';
import { ChangeBlocks } from '../derived/change-blocks.ts';
import { stepsOfFlags } from '../derived/load-flags.ts';
import type { IssuesToday } from '../derived/load-issues.ts';
import { replayChanges } from '../derived/replay-changes.ts';
import { fieldRules } from '../derived/steps-of-today.ts';
import type { StatusCategoryName } from '../tables.ts';
import { categoryCodeOf, type SmallChange, type SmallDependency, type SmallFlag, type SmallIssue } from './load-small-companies.ts';
import type { SmallPlans } from './load-small-plans.ts';

export interface SmallFacts {
  readonly issues: readonly SmallIssue[];
  readonly changes: readonly SmallChange[];
  readonly flags: readonly SmallFlag[];
  readonly dependencies: readonly SmallDependency[];
  readonly plans: SmallPlans;
  /** Ascending. */
  readonly teams: readonly string[];
  readonly people: readonly string[];
  readonly categories: ReadonlyMap<string, StatusCategoryName | null>;
}

/** A few facts as the engine reads them, in the order of their ids, as `loadCompany` puts all of them. */
export function buildSmallCompany({ issues: rows, changes, flags, dependencies, plans, teams, people, categories }: SmallFacts): Company {
  const issues = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const issueOf = placesOf(issues.map(({ id }) => id));
  const [teamOf, personOf, projectOf] = [placesOf(teams), placesOf(people), placesOf(plans.projectIds)];
  const categoryOf = (id: string | null): number => categoryCodeOf(id === null ? null : categories.get(id));
  const instants = (read: (issue: SmallIssue) => Date | null) => Float64Array.from(issues, (issue) => read(issue)?.getTime() ?? Number.NaN);
  const today: IssuesToday = {
    count: issues.length,
    createdAt: instants((issue) => issue.created_at),
    updatedAt: instants((issue) => issue.updated_at),
    startedAt: instants((issue) => issue.started_at),
    endedAt: instants((issue) => issue.ended_at),
    closedAt: instants((issue) => issue.closed_at),
    status: Int32Array.from(issues, ({ status_id }) => categoryOf(status_id)),
    team: Int32Array.from(issues, ({ team_id }) => teamOf(team_id)),
    assignee: Int32Array.from(issues, ({ assignee_id }) => personOf(assignee_id)),
    hasHistory: Uint8Array.from(issues, ({ has_history }) => (has_history ? 1 : 0)),
  };
  const placeIn = { status: categoryOf, team: teamOf, assignee: personOf, closed: (id: string | null) => (id === null ? 0 : 1) };
  const stepsOf = (field: SmallChange['field']): StepColumns => {
    const blocks = new ChangeBlocks();
    for (const change of changes) {
      const issue = issueOf(change.issue_id);
      if (change.field !== field || issue === -1) continue;
      blocks.add(issue, change.at.getTime(), placeIn[field](change.from_id), placeIn[field](change.to_id));
    }
    return replayChanges(blocks.sort(issues.length), fieldRules[field], today);
  };
  const flagged = stepsOfFlags(
    flags
      .map(({ issue_id, from_at, to_at }) => ({ issue: issueOf(issue_id), from: from_at.getTime(), to: to_at?.getTime() ?? null }))
      .filter(({ issue }) => issue !== -1),
    issues.length,
  );
  const links = dependencies
    .map((row) => ({ blocker: issueOf(row.blocker_issue_id), blocked: issueOf(row.blocked_issue_id), from: row.from_at, to: row.to_at }))
    .filter(({ blocker, blocked, from }) => blocker !== -1 && blocked !== -1 && from !== null)
    .sort((a, b) => a.blocked - b.blocked || a.blocker - b.blocker || Number(a.from) - Number(b.from));
  return {
    ids: { teams, issues: issues.map(({ id }) => id), projects: plans.projectIds, initiatives: plans.initiativeIds, people },
    issues: {
      count: issues.length,
      createdAt: today.createdAt,
      project: Int32Array.from(issues, ({ project_id }) => projectOf(project_id)),
      flags: Uint8Array.from(issues, ({ is_defect }) => (is_defect ? issueFlag.defect : 0)),
      status: stepsOf('status'),
      team: stepsOf('team'),
      closed: stepsOf('closed'),
      assignee: stepsOf('assignee'),
      ...(flagged && { flagged }),
    },
    dependencies: {
      count: links.length,
      blocker: Int32Array.from(links, ({ blocker }) => blocker),
      blocked: Int32Array.from(links, ({ blocked }) => blocked),
      from: Float64Array.from(links, ({ from }) => from?.getTime() ?? Number.NaN),
      to: Float64Array.from(links, ({ to }) => to?.getTime() ?? Number.POSITIVE_INFINITY),
      unknownStarts: 0,
    },
    projects: plans.projects,
    initiatives: plans.initiatives,
    people: people.map(() => ({ active: true, teams: [] })),
  };
}

/** −1: none, or none that is known. */
function placesOf(ids: readonly string[]): (id: string | null) => number {
  const places = new Map(ids.map((id, place) => [id, place]));
  return (id) => (id === null ? -1 : (places.get(id) ?? -1));
}
