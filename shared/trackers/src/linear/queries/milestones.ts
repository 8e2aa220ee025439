import { z } from 'zod';
import { id, type LinearQuery, maybeDay, reference } from './linear-query.ts';

const milestoneNode = z.object({ id, name: z.string(), targetDate: maybeDay, project: reference });
export type MilestoneNode = z.infer<typeof milestoneNode>;

export const milestonesQuery: LinearQuery<MilestoneNode> = {
  name: 'Milestones',
  root: 'projectMilestones',
  node: milestoneNode,
  document: /* GraphQL */ `
    query Milestones($first: Int!, $after: String, $since: DateTimeOrDuration!) {
      projectMilestones(first: $first, after: $after, includeArchived: true, orderBy: createdAt, filter: { updatedAt: { gte: $since } }) {
        nodes { id name targetDate project { id } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};
