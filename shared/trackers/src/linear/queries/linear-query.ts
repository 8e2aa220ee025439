import { z } from 'zod';

/** A document of ours, and the shape of one node of the connection it asks for. */
export interface LinearQuery<Node> {
  /** The operation's name, as it stands in the document. */
  readonly name: string;
  readonly document: string;
  /** Where in the answer the connection is: a field, or fields with dots between. */
  readonly root: string;
  readonly node: z.ZodType<Node>;
}

export const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
export const id = z.string().min(1);
/** ISO 8601 text; kept as text, because Postgres reads it as it is. */
export const instant = z.iso.datetime({ offset: true });
export const reference = z.object({ id });
export const maybeReference = reference.nullish();
export const maybeInstant = instant.nullish();
// Worth less than the item they stand in: one that cannot be read counts as not given.
export const maybeDay = z.iso.date().nullish().catch(null);
export const maybeNumber = z.number().nullish().catch(null);

/** A connection inside a node: nodes so far, and whether there are more. */
export function nested<Node>(node: z.ZodType<Node>) {
  return z.object({ nodes: z.array(node), pageInfo });
}
