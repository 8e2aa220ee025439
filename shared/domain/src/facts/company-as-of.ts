import type {
  Company,
  DependencyColumns,
  InitiativeFacts,
  IssueColumns,
  OwnerChange,
  PlanDates,
  PlanStatus,
  StepColumns,
} from './company.ts';

/**
 * A company as it could have been known at a past instant (milliseconds since the epoch): what came after it has not
 * happened, what ended after it still stands. Positions stay what they are: what did not exist yet keeps its place and takes
 * part in nothing. People, their teams, the leads of projects and who belongs where are today's: trackers keep no history of them.
 */
export function companyAsOf<C extends Company>(company: C, instant: number): C {
  return {
    ...company,
    issues: issuesAsOf(company.issues, instant),
    dependencies: dependenciesAsOf(company.dependencies, company.issues.createdAt, instant),
    projects: company.projects.map((project) => ({
      ...project,
      lead: isCreated(project.dates, instant) ? project.lead : -1,
      status: planStatusAt(project.status, project.dates, instant),
    })),
    initiatives: company.initiatives.map((initiative) => ({
      ...initiative,
      owner: ownerAt(initiative, instant),
      status: planStatusAt(initiative.status, initiative.dates, instant),
      ...(initiative.ownerChanges && { ownerChanges: initiative.ownerChanges.filter(({ at }) => at <= instant) }),
    })),
  };
}

/** Where a date is not known the status is taken to have been today's; what was not created yet counts nowhere. */
export function planStatusAt(today: PlanStatus, dates: PlanDates | undefined, instant: number): PlanStatus {
  if (dates === undefined) return today;
  if (!isCreated(dates, instant)) return 'planned';
  const isEnded = today === 'canceled' || (today === 'completed' && !isAfter(dates.completedAt, instant));
  if (today === 'planned' || isEnded) return today;
  return isAfter(dates.startedAt, instant) ? 'planned' : 'active';
}

/** By its changes, the latest of several at one instant; today's owner where none is known. */
function ownerAt({ owner, dates, ownerChanges = [] }: InitiativeFacts, instant: number): number {
  if (!isCreated(dates, instant)) return -1;
  let before: OwnerChange | undefined;
  for (const change of ownerChanges) {
    if (change.at > instant) return before === undefined ? change.from : before.to;
    before = change;
  }
  return before?.to ?? owner;
}

function issuesAsOf(
  { count, createdAt, project, flags, status, team, closed, assignee, flagged }: IssueColumns,
  instant: number,
): IssueColumns {
  return {
    count,
    createdAt,
    project: project.map((of, issue) => (createdAt[issue]! > instant ? -1 : of)),
    flags,
    status: stepsAsOf(status, createdAt, instant, true),
    team: stepsAsOf(team, createdAt, instant, true),
    closed: stepsAsOf(closed, createdAt, instant, false),
    ...(flagged && { flagged: stepsAsOf(flagged, createdAt, instant, false) }),
    ...(assignee && { assignee: stepsAsOf(assignee, createdAt, instant, true) }),
  };
}

/** `fromCreation`: the first step holds from creation on, whatever its instant. */
function stepsAsOf({ offset, at, value }: StepColumns, createdAt: Float64Array, instant: number, fromCreation: boolean): StepColumns {
  const kept = { offset: new Int32Array(offset.length), at: new Float64Array(at.length), value: new Int32Array(value.length) };
  let length = 0;
  for (let issue = 0; issue + 1 < offset.length; issue++) {
    const first = offset[issue]!;
    const end = createdAt[issue]! > instant ? first : offset[issue + 1]!;
    for (let row = first; row < end && (at[row]! <= instant || (fromCreation && row === first)); row++) {
      kept.at[length] = at[row]!;
      kept.value[length++] = value[row]!;
    }
    kept.offset[issue + 1] = length;
  }
  return { offset: kept.offset, at: kept.at.slice(0, length), value: kept.value.slice(0, length) };
}

function dependenciesAsOf(
  { blocker, blocked, from, to, unknownStarts }: DependencyColumns,
  createdAt: Float64Array,
  instant: number,
): DependencyColumns {
  const rows = Int32Array.from(from.keys()).filter(
    (row) => from[row]! <= instant && createdAt[blocker[row]!]! <= instant && createdAt[blocked[row]!]! <= instant,
  );
  return {
    count: rows.length,
    blocker: rows.map((row) => blocker[row]!),
    blocked: rows.map((row) => blocked[row]!),
    from: Float64Array.from(rows, (row) => from[row]!),
    to: Float64Array.from(rows, (row) => (to[row]! > instant ? Infinity : to[row]!)),
    unknownStarts,
  };
}

function isCreated(dates: PlanDates | undefined, instant: number): boolean {
  return dates === undefined || dates.createdAt <= instant;
}

function isAfter(at: number | null, instant: number): boolean {
  return at !== null && at > instant;
}
