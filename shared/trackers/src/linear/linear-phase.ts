import { z } from 'zod';
import type { FactTable } from '../fact-rows.ts';
import type { Mapped } from '../mapped.ts';
import type { LinearQuery } from './queries/linear-query.ts';

/**
 * How a phase moves through what the tracker has:
 * `pages` – page by page, only what changed since the last time; `whole` – all of a small thing, replaced as a set;
 * `histories` – batches of issues whose history is behind; `sweep` – all of a big thing in order of creation, to find
 * what is gone.
 */
export type LinearReading = 'pages' | 'whole' | 'histories' | 'sweep';

export interface LinearPhase {
  readonly name: string;
  readonly reading: LinearReading;
  readonly query: LinearQuery<unknown>;
  /** Items asked for at once. */
  readonly pageSize: number;
  /** Of each connection inside an item; what is beyond comes by `rest`, one item and connection at a time. */
  readonly nestedSize?: number;
  readonly rest?: Readonly<Record<string, LinearQuery<unknown>>>;
  /**
   * When `pages` begin with the oldest item instead of the latest change: what comes into our sight, as a private team does whose
   * member the key's user has become, has not changed by that.
   */
  readonly fromTheBeginning?: 'always' | 'reconcile';
  /** Phases whose rows this one looks up. */
  readonly needs: readonly string[];
  readonly yields: readonly FactTable[];
  /** Whether figures are worth computing when this phase is done. */
  readonly figuresAfter: boolean;
  /** One item as the tracker sent it → rows. What does not have the expected shape comes back as a problem. */
  map(payload: unknown, connectionId: string): Mapped;
}

type Definition<Node> = Omit<LinearPhase, 'query' | 'map' | 'figuresAfter'> & {
  readonly query: LinearQuery<Node>;
  readonly map: (node: Node, connectionId: string) => Mapped;
  readonly figuresAfter?: boolean;
};

export function definePhase<Node>({ map, figuresAfter = false, ...definition }: Definition<Node>): LinearPhase {
  const { query } = definition;
  return {
    ...definition,
    figuresAfter,
    map(payload, connectionId) {
      const parsed = query.node.safeParse(payload);
      if (parsed.success) return map(parsed.data, connectionId);
      const subject = `${definition.name} ${externalIdOf(payload) ?? 'without id'}`;
      return { rows: {}, problems: [{ kind: 'malformed-item', subject, detail: z.prettifyError(parsed.error) }] };
    },
  };
}

/** The tracker's id of an item that may not have the expected shape. */
export function externalIdOf(payload: unknown): string | undefined {
  const answer = z.object({ id: z.string() }).safeParse(payload);
  return answer.success ? answer.data.id : undefined;
}
