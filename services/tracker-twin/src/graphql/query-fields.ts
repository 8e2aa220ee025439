import { GraphQLError } from 'graphql';
import type { Collection } from '../company/collection.ts';
import type { Company, Entity } from '../company/company.ts';
import { findIssueByIdentifier } from '../company/find-issue.ts';
import { connectCollection, type PageArgs } from './connection.ts';
import type { FieldTable, RequestScope, Resolver } from './request-scope.ts';

type Pick<T extends Entity> = (company: Company) => Collection<T>;

/** The entries of the tree: one record by id, or pages of all of a kind. */
export const queryFields: FieldTable = {
  Query: {
    viewer: (_source, _args, { viewer }: RequestScope) => viewer,
    organization: (_source, _args, { company }: RequestScope) => company.organization,
    rateLimitStatus: (_source, _args, { limitStatus }: RequestScope) => limitStatus,
    issue: (_source, { id }: { id: string }, { company }: RequestScope) =>
      company.issues.get(id) ?? findIssueByIdentifier(company, id) ?? throwNotFound('Issue'),
    ...entriesOf('issue', 'issues', (company) => company.issues, { skipOne: true }),
    ...entriesOf('attachment', 'attachments', (company) => company.attachments),
    ...entriesOf('issueRelation', 'issueRelations', (company) => company.relations),
    ...entriesOf('issueLabel', 'issueLabels', (company) => company.labels),
    ...entriesOf('initiative', 'initiatives', (company) => company.initiatives),
    ...entriesOf('initiativeRelation', 'initiativeRelations', (c) => c.initiativeRelations),
    ...entriesOf('initiativeToProject', 'initiativeToProjects', (c) => c.initiativeToProjects),
    ...entriesOf('project', 'projects', (company) => company.projects),
    ...entriesOf('projectMilestone', 'projectMilestones', (company) => company.milestones),
    ...entriesOf('projectRelation', 'projectRelations', (company) => company.projectRelations),
    ...entriesOf('projectStatus', 'projectStatuses', (company) => company.projectStatuses),
    ...entriesOf('team', 'teams', (company) => company.teams),
    ...entriesOf('teamMembership', 'teamMemberships', (company) => company.memberships),
    ...entriesOf('workflowState', 'workflowStates', (company) => company.states),
    ...entriesOf('cycle', 'cycles', (company) => company.cycles),
    ...entriesOf('user', 'users', (company) => company.users),
  },
};

function entriesOf<T extends Entity>(one: string, many: string, pick: Pick<T>, { skipOne = false } = {}): Record<string, Resolver> {
  const list: Resolver = (_source, args: PageArgs, { company, now }) => connectCollection(pick(company), args, now);
  if (skipOne) return { [many]: list };
  const kind = one.charAt(0).toUpperCase() + one.slice(1);
  const get: Resolver = (_source, { id }: { id: string }, { company }) => pick(company).get(id) ?? throwNotFound(kind);
  return { [one]: get, [many]: list };
}

function throwNotFound(kind: string): never {
  throw new GraphQLError(`Entity not found: ${kind}`, {
    extensions: {
      type: 'invalid input',
      code: 'INPUT_ERROR',
      statusCode: 400,
      userError: true,
      userPresentableMessage: `Could not find referenced ${kind}.`,
    },
  });
}
