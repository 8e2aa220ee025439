import type { Issue } from '../company/issue.ts';
import type { Cycle, Team, User, WorkflowState } from '../company/team.ts';
import { connectCollection, connectList, type PageArgs } from './connection.ts';
import type { FieldTable, RequestScope, Resolver } from './request-scope.ts';

const MAX_ANCESTORS = 5;

const issuesWhere =
  <Source>(isOf: (issue: Issue, source: Source) => boolean): Resolver<Source> =>
  (source, args: PageArgs, { company, now }) =>
    connectCollection(company.issues, args, now, (issue) => isOf(issue, source));

export const teamFields: FieldTable = {
  Team: {
    displayName: (team: Team) => (team.parent ? `${team.parent.name} › ${team.name}` : team.name),
    private: (team: Team) => team.visibility === 'private',
    ancestors: (team: Team) => listAncestors(team),
    inheritWorkflowStatuses: () => false,
    groupIssueHistory: () => true,
    issueEstimationType: () => 'fibonacci',
    cycleStartDay: () => 1,
    triageIssueState: (team: Team) => team.states.find(({ type }) => type === 'triage'),
    defaultIssueState: (team: Team) => team.states.find(({ type }) => type === 'backlog'),
    activeCycle: (team: Team, _args, { now }: RequestScope) => team.cycles.find((cycle) => isActive(cycle, now)),
    issueCount: (team: Team, args: PageArgs, { company }: RequestScope) =>
      company.issues.all.filter((issue) => issue.team === team && (args.includeArchived || issue.archivedAt === null)).length,
    issues: issuesWhere<Team>((issue, team) => issue.team === team),
    states: (team: Team, args: PageArgs, { now }) => connectList(team.states, args, now),
    cycles: (team: Team, args: PageArgs, { now }) => connectList(team.cycles, args, now),
    labels: (team: Team, args: PageArgs, { company, now }: RequestScope) =>
      connectCollection(company.labels, args, now, (label) => label.team === team),
    projects: (team: Team, args: PageArgs, { company, now }: RequestScope) =>
      connectCollection(company.projects, args, now, (project) => project.teams.includes(team)),
    members: (team: Team, args: PageArgs, { now }) =>
      connectList(
        team.memberships.map(({ user }) => user),
        args,
        now,
      ),
    memberships: (team: Team, args: PageArgs, { now }) => connectList(team.memberships, args, now),
  },
  WorkflowState: {
    issues: issuesWhere<WorkflowState>((issue, state) => issue.state === state),
  },
  Cycle: {
    isActive: (cycle: Cycle, _args, { now }: RequestScope) => isActive(cycle, now),
    isPast: (cycle: Cycle, _args, { now }: RequestScope) => cycle.endsAt <= now,
    isFuture: (cycle: Cycle, _args, { now }: RequestScope) => cycle.startsAt > now,
    issues: issuesWhere<Cycle>((issue, cycle) => issue.cycle === cycle),
  },
  User: {
    url: (user: User, _args, { company }: RequestScope) => `https://linear.app/${company.organization.urlKey}/profiles/${user.displayName}`,
    initials: (user: User) => initialsOf(user.name),
    isMe: (user: User, _args, { viewer }: RequestScope) => user === viewer,
    isAssignable: (user: User) => user.active,
    assignedIssues: issuesWhere<User>((issue, user) => issue.assignee === user),
    teams: (user: User, args: PageArgs, { now }) =>
      connectList(
        user.memberships.map(({ team }) => team),
        args,
        now,
      ),
    teamMemberships: (user: User, args: PageArgs, { now }) => connectList(user.memberships, args, now),
  },
  Organization: {
    previousUrlKeys: () => [],
    userCount: (_source, _args, { company }: RequestScope) => company.users.all.filter(({ active, app }) => active && !app).length,
    createdIssueCount: (_source, _args, { company }: RequestScope) => company.issues.size,
    workingDays: () => [1, 2, 3, 4, 5],
    projectStatuses: (_source, _args, { company }: RequestScope) => company.projectStatuses.all,
    teams: (_source, args: PageArgs, { company, now }: RequestScope) => connectCollection(company.teams, args, now),
    users: (_source, args: PageArgs, { company, now }: RequestScope) => connectCollection(company.users, args, now),
    labels: (_source, args: PageArgs, { company, now }: RequestScope) => connectCollection(company.labels, args, now),
  },
};

function isActive(cycle: Cycle, now: number): boolean {
  return cycle.startsAt <= now && now < cycle.endsAt;
}

function listAncestors(team: Team): Team[] {
  const ancestors: Team[] = [];
  for (let next = team.parent; next && ancestors.length < MAX_ANCESTORS; next = next.parent) {
    ancestors.push(next);
  }
  return ancestors;
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase();
}
