import { z } from 'zod';
import { id, instant, type LinearQuery, maybeInstant, reference } from './linear-query.ts';

const cycleNode = z.object({
  id,
  number: z.number().int(),
  name: z.string().nullish(),
  startsAt: instant,
  endsAt: instant,
  completedAt: maybeInstant,
  team: reference,
});
export type CycleNode = z.infer<typeof cycleNode>;

export const cyclesQuery: LinearQuery<CycleNode> = {
  name: 'Cycles',
  root: 'cycles',
  node: cycleNode,
  document: /* GraphQL */ `
    query Cycles($first: Int!, $after: String, $since: DateTimeOrDuration!) {
      cycles(first: $first, after: $after, includeArchived: true, orderBy: createdAt, filter: { updatedAt: { gte: $since } }) {
        nodes { id number name startsAt endsAt completedAt team { id } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};
