import { z } from 'zod';
import { id, type LinearQuery, maybeInstant } from './linear-query.ts';

const teamNode = z.object({
  id,
  key: z.string(),
  name: z.string(),
  archivedAt: maybeInstant,
  retiredAt: maybeInstant,
});
export type TeamNode = z.infer<typeof teamNode>;

export const teamsQuery: LinearQuery<TeamNode> = {
  name: 'Teams',
  root: 'teams',
  node: teamNode,
  document: /* GraphQL */ `
    query Teams($first: Int!, $after: String, $since: DateTimeOrDuration!) {
      teams(first: $first, after: $after, includeArchived: true, orderBy: createdAt, filter: { updatedAt: { gte: $since } }) {
        nodes { id key name archivedAt retiredAt }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};
