import { z } from 'zod';
import { id, type LinearQuery, maybeInstant, reference } from './linear-query.ts';

const teamMemberNode = z.object({ id, archivedAt: maybeInstant, team: reference, user: reference });
export type TeamMemberNode = z.infer<typeof teamMemberNode>;

export const teamMembersQuery: LinearQuery<TeamMemberNode> = {
  name: 'TeamMembers',
  root: 'teamMemberships',
  node: teamMemberNode,
  document: /* GraphQL */ `
    query TeamMembers($first: Int!, $after: String) {
      teamMemberships(first: $first, after: $after, includeArchived: true, orderBy: createdAt) {
        nodes { id archivedAt team { id } user { id } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};
