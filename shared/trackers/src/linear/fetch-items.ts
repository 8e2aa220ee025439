import { z } from 'zod';
import { TrackerError } from '../tracker-error.ts';
import type { LinearClient, LinearPage } from './linear-client.ts';
import type { LinearPhase } from './linear-phase.ts';
import { restPageSize } from './linear-plan.ts';
import { type LinearQuery, pageInfo } from './queries/linear-query.ts';

/** Ten thousand entries of one connection of one item. */
const maxRestPages = 100;

/**
 * One page of a phase, with every connection inside its items complete.
 * @throws TrackerError
 */
export async function fetchItems(client: LinearClient, phase: LinearPhase, variables: Record<string, unknown>): Promise<LinearPage> {
  const first = { first: phase.pageSize, ...(phase.nestedSize === undefined ? {} : { nested: phase.nestedSize }) };
  const page = await client.fetchPage(phase.query, { ...first, ...variables });
  const items: unknown[] = [];
  for (const item of page.items) items.push(await completeItem(client, phase, item));
  return { items, endCursor: page.endCursor };
}

const itemWithId = z.looseObject({ id: z.string() });
const unfinished = z.object({
  nodes: z.array(z.unknown()),
  pageInfo: pageInfo.extend({ hasNextPage: z.literal(true), endCursor: z.string() }),
});

async function completeItem(client: LinearClient, phase: LinearPhase, item: unknown): Promise<unknown> {
  const parsed = itemWithId.safeParse(item);
  if (!parsed.success || !phase.rest) return item;
  const complete: Record<string, unknown> & { id: string } = parsed.data;
  for (const [connection, query] of Object.entries(phase.rest)) {
    const cut = unfinished.safeParse(complete[connection]);
    if (!cut.success) continue;
    const rest = await fetchRest(client, query, complete.id, cut.data.pageInfo.endCursor);
    complete[connection] = { nodes: [...cut.data.nodes, ...rest], pageInfo: { hasNextPage: false, endCursor: null } };
  }
  return complete;
}

async function fetchRest(client: LinearClient, query: LinearQuery<unknown>, id: string, from: string): Promise<unknown[]> {
  const items: unknown[] = [];
  let after: string | null = from;
  for (let pages = 0; after !== null; pages += 1) {
    if (pages >= maxRestPages)
      throw new TrackerError('refused', `${query.name} of ${id} has more than ${maxRestPages * restPageSize} entries`);
    const page: LinearPage = await client.fetchPage(query, { id, first: restPageSize, after });
    if (page.endCursor === after) throw new TrackerError('transient', `${query.name} of ${id} repeats the page after ${after}`);
    items.push(...page.items);
    after = page.endCursor;
  }
  return items;
}
