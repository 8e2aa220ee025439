import { definePhase, type LinearPhase } from './linear-phase.ts';
import { mapAttachment } from './mapping/map-attachment.ts';
import { mapCycle } from './mapping/map-cycle.ts';
import { mapInitiative, mapInitiativeParent } from './mapping/map-initiative.ts';
import { mapIssue } from './mapping/map-issue.ts';
import { mapIssueHistory } from './mapping/map-issue-history.ts';
import { mapIssueLink } from './mapping/map-issue-link.ts';
import { mapPerson } from './mapping/map-person.ts';
import { mapMilestone, mapProject, mapProjectDependency, mapProjectInitiative } from './mapping/map-project.ts';
import { mapStatus } from './mapping/map-status.ts';
import { mapTeam, mapTeamMember } from './mapping/map-team.ts';
import { attachmentsQuery, changedAttachmentsQuery } from './queries/attachments.ts';
import { cyclesQuery } from './queries/cycles.ts';
import { initiativeParentsQuery } from './queries/initiative-parents.ts';
import { initiativeHistoryQuery, initiativesQuery } from './queries/initiatives.ts';
import { issueHistoriesQuery, issueHistoryQuery } from './queries/issue-histories.ts';
import { issueIdsQuery } from './queries/issue-ids.ts';
import { changedIssueRelationsQuery, issueRelationsQuery } from './queries/issue-relations.ts';
import { issueInverseRelationsOfQuery, issueLabelsQuery, issueRelationsOfQuery, issuesQuery } from './queries/issues.ts';
import { issuesByIdQuery, issuesByIdSize } from './queries/issues-by-id.ts';
import { milestonesQuery } from './queries/milestones.ts';
import { peopleQuery } from './queries/people.ts';
import { projectDependenciesQuery } from './queries/project-dependencies.ts';
import { projectInitiativesQuery } from './queries/project-initiatives.ts';
import { projectMembersQuery, projectsQuery, projectTeamsQuery } from './queries/projects.ts';
import { statusesQuery } from './queries/statuses.ts';
import { teamMembersQuery } from './queries/team-members.ts';
import { teamsQuery } from './queries/teams.ts';

const biggestPage = 250;

/** Of the connection inside an item that a `rest` query asks for. */
export const restPageSize = 100;

/**
 * How a workspace is read, in this order: what makes figures comes first. Every document stays under the tracker's
 * 10,000 points; sizes are chosen so that few items need a `rest` request.
 */
export const linearPlan: readonly LinearPhase[] = [
  definePhase({
    name: 'teams',
    reading: 'pages',
    fromTheBeginning: 'always',
    query: teamsQuery,
    pageSize: biggestPage,
    needs: [],
    yields: ['team'],
    map: mapTeam,
  }),
  definePhase({
    name: 'statuses',
    reading: 'pages',
    fromTheBeginning: 'always',
    query: statusesQuery,
    pageSize: biggestPage,
    needs: ['teams'],
    yields: ['workflow_status'],
    map: mapStatus,
  }),
  definePhase({
    name: 'people',
    reading: 'pages',
    fromTheBeginning: 'reconcile',
    query: peopleQuery,
    pageSize: biggestPage,
    needs: [],
    yields: ['person'],
    map: mapPerson,
  }),
  definePhase({
    name: 'team-members',
    reading: 'whole',
    query: teamMembersQuery,
    pageSize: biggestPage,
    needs: ['teams', 'people'],
    yields: ['team_member'],
    map: mapTeamMember,
  }),
  definePhase({
    name: 'initiatives',
    reading: 'pages',
    fromTheBeginning: 'reconcile',
    query: initiativesQuery,
    pageSize: 50,
    nestedSize: 50,
    rest: { history: initiativeHistoryQuery },
    needs: ['people'],
    yields: ['initiative', 'initiative_owner_change'],
    map: mapInitiative,
  }),
  definePhase({
    name: 'initiative-parents',
    reading: 'whole',
    query: initiativeParentsQuery,
    pageSize: biggestPage,
    needs: ['initiatives'],
    yields: ['initiative_parent'],
    map: mapInitiativeParent,
  }),
  definePhase({
    name: 'projects',
    reading: 'pages',
    fromTheBeginning: 'reconcile',
    query: projectsQuery,
    pageSize: 100,
    nestedSize: 30,
    rest: { teams: projectTeamsQuery, members: projectMembersQuery },
    needs: ['people', 'teams'],
    yields: ['project', 'project_team', 'project_member'],
    map: mapProject,
  }),
  definePhase({
    name: 'project-initiatives',
    reading: 'whole',
    query: projectInitiativesQuery,
    pageSize: biggestPage,
    needs: ['projects', 'initiatives'],
    yields: ['project_initiative'],
    map: mapProjectInitiative,
  }),
  definePhase({
    name: 'issues',
    reading: 'pages',
    query: issuesQuery,
    byIds: issuesByIdQuery,
    idsAtOnce: issuesByIdSize,
    pageSize: 150,
    nestedSize: 5,
    rest: { labels: issueLabelsQuery, relations: issueRelationsOfQuery, inverseRelations: issueInverseRelationsOfQuery },
    needs: ['teams', 'statuses', 'people', 'projects'],
    yields: ['issue', 'issue_key', 'issue_link', 'issue_mention'],
    mentionsIn: ['text', 'sync'],
    figuresAfter: true,
    map: mapIssue,
  }),
  definePhase({
    name: 'issue-links',
    reading: 'sweep',
    query: issueRelationsQuery,
    byChange: changedIssueRelationsQuery,
    pageSize: biggestPage,
    needs: ['issues'],
    yields: ['issue_link'],
    map: mapIssueLink,
  }),
  definePhase({
    name: 'attachments',
    reading: 'sweep',
    query: attachmentsQuery,
    byChange: changedAttachmentsQuery,
    pageSize: biggestPage,
    needs: ['issues'],
    yields: ['issue_mention'],
    map: mapAttachment,
  }),
  definePhase({
    name: 'deleted-issues',
    reading: 'sweep',
    query: issueIdsQuery,
    pageSize: biggestPage,
    needs: ['issues'],
    yields: ['issue'],
    map: () => ({ rows: {} }),
  }),
  definePhase({
    name: 'linked-histories',
    reading: 'histories',
    of: 'linked-issues',
    query: issueHistoriesQuery,
    pageSize: 100,
    nestedSize: 20,
    rest: { history: issueHistoryQuery },
    needs: ['issues', 'issue-links', 'statuses', 'teams'],
    yields: ['issue_change', 'issue_link_change'],
    figuresAfter: true,
    map: mapIssueHistory,
  }),
  definePhase({
    name: 'histories',
    reading: 'histories',
    of: 'issues',
    query: issueHistoriesQuery,
    pageSize: 100,
    nestedSize: 20,
    rest: { history: issueHistoryQuery },
    needs: ['issues', 'statuses', 'teams'],
    yields: ['issue_change', 'issue_link_change'],
    map: mapIssueHistory,
  }),
  definePhase({
    name: 'milestones',
    reading: 'pages',
    fromTheBeginning: 'reconcile',
    query: milestonesQuery,
    pageSize: biggestPage,
    needs: ['projects'],
    yields: ['milestone'],
    map: mapMilestone,
  }),
  definePhase({
    name: 'cycles',
    reading: 'pages',
    fromTheBeginning: 'reconcile',
    query: cyclesQuery,
    pageSize: biggestPage,
    needs: ['teams'],
    yields: ['cycle'],
    map: mapCycle,
  }),
  definePhase({
    name: 'project-dependencies',
    reading: 'whole',
    query: projectDependenciesQuery,
    pageSize: biggestPage,
    needs: ['projects'],
    yields: ['project_dependency'],
    map: mapProjectDependency,
  }),
];
