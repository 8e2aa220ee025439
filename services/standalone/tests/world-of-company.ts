import type { Registered } from '@speedtax/domain/reference/standings.ts';
import type { World, WorldIssue } from '@speedtax/domain/reference/world.ts';
import type { Company, Initiative, Issue, Project, WorkflowState } from '@speedtax/tracker-twin';

/** What the twin knows to be true of its company, in the words of the literal reference. Nothing of it went through HTTP. */
export function worldOfCompany(company: Company): World {
  const relations = [...company.relations.all, ...company.removedRelations].filter((relation) => relation.type === 'blocks');
  return {
    teams: company.teams.all.map((team) => team.id),
    people: company.users.all.map((user) => ({ id: user.id, active: user.active, teams: user.memberships.map((m) => m.team.id) })),
    initiatives: company.initiatives.all.map((initiative) => ({
      id: initiative.id,
      owner: initiative.owner?.id ?? null,
      status: initiativeStatus[initiative.status],
      parents: initiative.parents.map((parent) => parent.id),
      startedAt: initiative.startedAt,
      completedAt: initiative.completedAt,
    })),
    projects: company.projects.all.map((project) => ({
      id: project.id,
      lead: project.lead?.id ?? null,
      status: projectStatus[project.status.type],
      initiatives: project.initiativeToProjects.map((join) => join.initiative.id),
    })),
    issues: company.issues.all.map(worldIssue),
    dependencies: relations.map((relation) => ({
      blocker: relation.issue.id,
      blocked: relation.relatedIssue.id,
      from: relation.createdAt,
      to: relation.removedAt,
    })),
    projectDependencies: company.projectRelations.all
      .filter((relation) => relation.archivedAt === null)
      .map((relation) => ({
        blocker: relation.project.id,
        blocked: relation.relatedProject.id,
        from: relation.createdAt,
        to: null,
      })),
  };
}

/** How owners of initiatives followed each other, in order of time. */
export function ownerChangesOf(company: Company): Registered['ownerChanges'] {
  const told = company.initiatives.all.flatMap(({ id, history }) =>
    history.flatMap(({ createdAt, entries }) =>
      entries.type === 'owner'
        ? [{ initiative: id, at: createdAt, from: entries.fromOwnerId as string | null, to: entries.toOwnerId as string | null }]
        : [],
    ),
  );
  return told.sort((a, b) => a.at - b.at);
}

function worldIssue(issue: Issue): WorldIssue {
  return {
    id: issue.id,
    createdAt: issue.createdAt,
    closed: closedGaps(issue),
    project: issue.project?.id ?? null,
    defect: issue.labels.some((label) => label.name === 'Bug'),
    statuses: issue.stateSpans.map((span) => ({ at: span.startedAt, category: categoryOf(span.state) })),
    assignees: assigneesOf(issue),
    teams: issue.teamSpans.map((span) => ({ at: span.startedAt, team: span.team.id })),
  };
}

function closedGaps(issue: Issue): WorldIssue['closed'] {
  const gaps: WorldIssue['closed'] = [];
  for (const entry of issue.history) {
    const last = gaps.at(-1);
    const isClosed = last !== undefined && last.to === null;
    if ((entry.archived === true || entry.trashed === true) && !isClosed) gaps.push({ from: entry.createdAt, to: null });
    if ((entry.archived === false || entry.trashed === false) && isClosed) last.to = entry.createdAt;
  }
  return gaps;
}

function assigneesOf(issue: Issue): NonNullable<WorldIssue['assignees']> {
  const changes = issue.history.filter((entry) => entry.fromAssignee !== undefined || entry.toAssignee !== undefined);
  const first = changes[0] ? (changes[0].fromAssignee ?? null) : issue.assignee;
  return [
    { at: issue.createdAt, person: first?.id ?? null },
    ...changes.map((entry) => ({ at: entry.createdAt, person: entry.toAssignee?.id ?? null })),
  ];
}

const categoryOf = (state: WorkflowState) => (state.type === 'duplicate' ? 'canceled' : state.type);

const initiativeStatus = {
  Proposed: 'planned',
  Planned: 'planned',
  Active: 'active',
  Completed: 'completed',
  Canceled: 'canceled',
} as const satisfies Record<Initiative['status'], string>;

const projectStatus = {
  backlog: 'planned',
  planned: 'planned',
  started: 'active',
  paused: 'active',
  completed: 'completed',
  canceled: 'canceled',
} as const satisfies Record<Project['status']['type'], string>;
