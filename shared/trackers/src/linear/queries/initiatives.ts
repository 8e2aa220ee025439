import { z } from 'zod';
import { id, instant, type LinearQuery, maybeDay, maybeInstant, maybeReference, nested } from './linear-query.ts';

const initiativeHistoryNode = z.object({ id, createdAt: instant, entries: z.unknown() });
export type InitiativeHistoryNode = z.infer<typeof initiativeHistoryNode>;

const initiativeNode = z.object({
  id,
  name: z.string(),
  url: z.string().nullish(),
  status: z.string(),
  health: z.string().nullish(),
  targetDate: maybeDay,
  createdAt: instant,
  startedAt: maybeInstant,
  completedAt: maybeInstant,
  archivedAt: maybeInstant,
  owner: maybeReference,
  history: nested(initiativeHistoryNode),
});
export type InitiativeNode = z.infer<typeof initiativeNode>;

export const initiativesQuery: LinearQuery<InitiativeNode> = {
  name: 'Initiatives',
  root: 'initiatives',
  node: initiativeNode,
  document: /* GraphQL */ `
    query Initiatives($first: Int!, $after: String, $since: DateTimeOrDuration!, $nested: Int!) {
      initiatives(first: $first, after: $after, includeArchived: true, orderBy: createdAt, filter: { updatedAt: { gte: $since } }) {
        nodes {
          id name url status health targetDate createdAt startedAt completedAt archivedAt owner { id }
          history(first: $nested, includeArchived: true) { nodes { id createdAt entries } pageInfo { hasNextPage endCursor } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
};

/** The rest of one initiative's history. */
export const initiativeHistoryQuery: LinearQuery<InitiativeHistoryNode> = {
  name: 'InitiativeHistory',
  root: 'initiative.history',
  node: initiativeHistoryNode,
  document: /* GraphQL */ `
    query InitiativeHistory($id: String!, $first: Int!, $after: String) {
      initiative(id: $id) {
        history(first: $first, after: $after, includeArchived: true) { nodes { id createdAt entries } pageInfo { hasNextPage endCursor } }
      }
    }
  `,
};
