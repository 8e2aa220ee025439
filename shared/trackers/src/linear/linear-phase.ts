import { z } from 'zod';
import type { Mapped } from '../mapped.ts';
import { externalIdOf, type Phase } from '../tracker.ts';
import type { LinearQuery } from './queries/linear-query.ts';

/** A phase, and the documents that it is read with. */
export interface LinearPhase extends Phase {
  readonly query: LinearQuery<unknown>;
  /** What is beyond `nestedSize` in a connection inside an item comes by these, one item and connection at a time. */
  readonly rest?: Readonly<Record<string, LinearQuery<unknown>>>;
  /** The same items by their ids. */
  readonly byIds?: LinearQuery<unknown>;
  /** The same items, latest change first. */
  readonly byChange?: LinearQuery<unknown>;
  /** One item as the tracker sent it → rows. What does not have the expected shape comes back as a problem. */
  map(payload: unknown, connectionId: string): Mapped;
}

type Definition<Node> = Omit<LinearPhase, 'query' | 'map' | 'figuresAfter' | 'keeps'> & {
  readonly query: LinearQuery<Node>;
  readonly map: (node: Node, connectionId: string) => Mapped;
  readonly figuresAfter?: boolean;
};

export function definePhase<Node>({ map, figuresAfter = false, ...definition }: Definition<Node>): LinearPhase {
  const { query, reading } = definition;
  return {
    ...definition,
    figuresAfter,
    // What a set of pairs or a sweep brings is in the facts already, word for word.
    keeps: reading === 'whole' || reading === 'sweep' ? [] : [query.name],
    map(payload, connectionId) {
      const parsed = query.node.safeParse(payload);
      if (parsed.success) return map(parsed.data, connectionId);
      const subject = `${definition.name} ${externalIdOf(payload) ?? 'without id'}`;
      return { rows: {}, problems: [{ kind: 'malformed-item', subject, detail: z.prettifyError(parsed.error) }] };
    },
  };
}
