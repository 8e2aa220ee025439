import { z } from 'zod';
import { id, instant, type LinearQuery, maybeDay, maybeInstant, maybeReference, nested, reference } from './linear-query.ts';

const projectNode = z.object({
  id,
  name: z.string(),
  url: z.string().nullish(),
  health: z.string().nullish(),
  startDate: maybeDay,
  targetDate: maybeDay,
  createdAt: instant,
  startedAt: maybeInstant,
  completedAt: maybeInstant,
  archivedAt: maybeInstant,
  lead: maybeReference,
  status: z.object({ id, name: z.string(), type: z.string() }),
  teams: nested(reference),
  members: nested(reference),
});
export type ProjectNode = z.infer<typeof projectNode>;

export const projectsQuery: LinearQuery<ProjectNode> = {
  name: 'Projects',
  root: 'projects',
  node: projectNode,
  document: /* GraphQL */ `
    query Projects($first: Int!, $after: String, $since: DateTimeOrDuration!, $nested: Int!) {
      projects(first: $first, after: $after, includeArchived: true, orderBy: createdAt, filter: { updatedAt: { gte: $since } }) {
        nodes {
          id name url health startDate targetDate createdAt startedAt completedAt archivedAt lead { id } status { id name type }
          teams(first: $nested, includeArchived: true) { nodes { id } pageInfo { hasNextPage endCursor } }
          members(first: $nested, includeArchived: true, includeDisabled: true) { nodes { id } pageInfo { hasNextPage endCursor } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};

/** The rest of one project's teams. */
export const projectTeamsQuery: LinearQuery<{ id: string }> = {
  name: 'ProjectTeams',
  root: 'project.teams',
  node: reference,
  document: /* GraphQL */ `
    query ProjectTeams($id: String!, $first: Int!, $after: String) {
      project(id: $id) {
        teams(first: $first, after: $after, includeArchived: true) { nodes { id } pageInfo { hasNextPage endCursor } }
      }
    }
  `,
};

/** The rest of one project's members. */
export const projectMembersQuery: LinearQuery<{ id: string }> = {
  name: 'ProjectMembers',
  root: 'project.members',
  node: reference,
  document: /* GraphQL */ `
    query ProjectMembers($id: String!, $first: Int!, $after: String) {
      project(id: $id) {
        members(first: $first, after: $after, includeArchived: true, includeDisabled: true) { nodes { id } pageInfo { hasNextPage endCursor } }
      }
    }
  `,
};
