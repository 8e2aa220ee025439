import type { FactTable, MentionPlace } from './fact-rows.ts';
import type { Mapped, MappingProblem } from './mapped.ts';

/**
 * A tracker opened for one turn: how it is read, and what its items say. Whoever syncs knows nothing else of any tracker.
 * It sends requests only where asked to by `fetchPage`, retries nothing and writes nothing.
 */
export interface Tracker {
  /** How it is read, in this order: what makes figures comes first. */
  readonly plan: readonly Phase[];
  /** Items as the tracker sent them, with every list inside them complete. @throws TrackerError */
  fetchPage(phase: Phase, request: PageRequest): Promise<Page>;
  /**
   * What items just fetched tell of the tracker's own words beyond themselves (people, statuses, types of links, …), where that is
   * new: to be written in the transaction that writes the items, before them. From here on `map` knows it.
   * @param companionOf what belongs to an item, as `map` is given it
   */
  learn(phase: Phase, items: readonly unknown[], companionOf: (item: unknown) => unknown): Learned;
  /** One item → rows. What does not have the expected shape comes back as a problem. `companion`: see `Phase`. */
  map(phase: Phase, item: unknown, companion?: unknown): Mapped;
  /** Items that say something only together → rows, all there are. For phases that are `stored`; companions are among the items. */
  mapAll(phase: Phase, items: readonly KeptItem[]): Mapped;
  /** Under which name an item is kept, so that it can be mapped again without fetching it again; null: it is not. */
  keep(phase: Phase, item: unknown): KeptName | null;
  /**
   * Names everything of the tracker's words and of the user's choices that `map` of this phase depends on; null: it depends on its
   * item alone. Where it is another one at the end of a sync than when the rows were mapped, all that is kept is mapped again.
   */
  digest(phase: Phase): string | null;
  /** Requests sent so far. */
  requests(): number;
  /** How far the tracker's clock is ahead of ours (behind: negative), by its latest answer; 0 while it did not say. */
  clockSkewMs(): number;
  /** Share of the scarcest budget that is left, 0 to 1; 1 while nothing is known. */
  budgetLeft(): number;
}

/**
 * How a phase moves through what the tracker has:
 * `pages` – page by page, only what changed since the last time; `whole` – all of a small thing, replaced as a set;
 * `histories` – batches of issues whose history is behind; `sweep` – all of a big thing in order of creation, newest first, to
 * find what is gone: its items are `{id, createdAt}`; `unseen` – batches of issues that are known by name only;
 * `stored` – nothing is fetched: what is kept says it, put together.
 */
export type Reading = 'pages' | 'whole' | 'histories' | 'sweep' | 'unseen' | 'stored';

export interface Phase {
  readonly name: string;
  readonly reading: Reading;
  /** Items asked for at once. */
  readonly pageSize: number;
  /** Of each list inside an item; what is beyond is fetched one item at a time. */
  readonly nestedSize?: number;
  /** Items asked for at once by their ids, where a phase of pages can be asked so. */
  readonly idsAtOnce?: number;
  /**
   * When `pages` begin with the oldest item instead of the latest change: what comes into our sight, as a private team does whose
   * member the key's user has become, has not changed by that.
   */
  readonly fromTheBeginning?: 'always' | 'reconcile';
  /** Of `sweep`: whether a first reading ends with one, however much there is: its pages may have skipped something. */
  readonly endsFirstReading?: boolean;
  /** Names under which its items are kept; `stored`: of what is put together. Mapping again goes through them in this order. */
  readonly keeps: readonly string[];
  /** Name under which what belongs to an item is kept by the same id: `map` is given it where it is there. */
  readonly companion?: string;
  /** Whether issues that have a parent and no project belong to the project of their parent. */
  readonly projectOfParent?: boolean;
  /**
   * Of `histories`: what they are histories of. `plans`: what is kept as initiatives and projects; `remote-links`: not histories, but
   * what an issue tells only when it is asked by itself; else issues.
   */
  readonly of?: 'linked-issues' | 'issues' | 'plans' | 'remote-links';
  /** In which places its items tell all the issues of other trackers that an issue names. */
  readonly mentionsIn?: readonly MentionPlace[];
  /** Phases whose rows this one looks up. */
  readonly needs: readonly string[];
  readonly yields: readonly FactTable[];
  /** Whether figures are worth computing when this phase is done. */
  readonly figuresAfter: boolean;
}

export type PageRequest =
  /** What follows a cursor; `since` (ISO 8601): only what changed from then on. */
  | { readonly after: string | null; readonly since?: string }
  /** The same, latest change first: whoever reads stops at what is known. Items tell `updatedAt`. */
  | { readonly after: string | null; readonly order: 'latest-change-first' }
  /** These. Those that the tracker does not show are left out. Items of `histories` may tell `updatedAt`: the change up to which they go. */
  | { readonly ids: readonly string[] };

export interface Page {
  readonly items: readonly unknown[];
  /** Where the next page begins; null: this was the last. */
  readonly endCursor: string | null;
  /** What the tracker would not tell, where the sync goes on without it. */
  readonly problems?: readonly MappingProblem[];
}

export interface Learned {
  readonly kept: readonly KeptItem[];
  /** Rows that what was learned says by itself, such as people. */
  readonly mapped: Mapped;
}

export interface KeptName {
  readonly kind: string;
  readonly externalId: string;
}

export interface KeptItem extends KeptName {
  readonly payload: unknown;
}

/** The tracker's id of an item that may not have the expected shape. */
export function externalIdOf(payload: unknown): string | undefined {
  const id = typeof payload === 'object' && payload !== null && 'id' in payload ? payload.id : undefined;
  return typeof id === 'string' ? id : undefined;
}
