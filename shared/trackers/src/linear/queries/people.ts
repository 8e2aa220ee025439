import { z } from 'zod';
import { id, type LinearQuery } from './linear-query.ts';

const personNode = z.object({
  id,
  name: z.string(),
  displayName: z.string().nullish(),
  email: z.string().nullish(),
  active: z.boolean(),
  app: z.boolean().nullish(),
});
export type PersonNode = z.infer<typeof personNode>;

// Without includeDisabled former owners and assignees would vanish.
export const peopleQuery: LinearQuery<PersonNode> = {
  name: 'People',
  root: 'users',
  node: personNode,
  document: /* GraphQL */ `
    query People($first: Int!, $after: String, $since: DateTimeOrDuration!) {
      users(first: $first, after: $after, includeArchived: true, includeDisabled: true, orderBy: createdAt, filter: { updatedAt: { gte: $since } }) {
        nodes { id name displayName email active app }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};
