import { z } from 'zod';

/** Where a sweep in order of creation, newest first, stands. */
export const sweepPosition = z.object({
  after: z.string().nullable(),
  /** Creation of the last item met, ISO 8601; null: none met yet. */
  reached: z.string().nullable(),
  /** Tracker's ids of the items met that were created at that very instant: the next page may hold more of them. */
  tied: z.array(z.string()),
  /** Our ids of what should have been met and was not. */
  missing: z.array(z.string()),
  /** The order was not what we asked for, so that ranges say nothing of what is missing. */
  isOutOfOrder: z.boolean(),
  /** Tracker's ids of all items met, by which a sweep without order is judged; null: too many to remember. */
  met: z.array(z.string()).nullable().catch(null),
});
export type SweepPosition = z.infer<typeof sweepPosition>;

export const startOfSweep: SweepPosition = { after: null, reached: null, tied: [], missing: [], isOutOfOrder: false, met: [] };

export interface SweptItem {
  readonly id: string;
  readonly createdAt: string;
}

export interface SweptPage {
  readonly items: readonly SweptItem[];
  readonly endCursor: string | null;
}

/** What of ours a page must contain: created after `after` (null: since ever), up to and including `upTo`. */
export function rangeOfPage(
  { reached }: SweepPosition,
  { items, endCursor }: SweptPage,
  readAt: string,
): { after: string | null; upTo: string } {
  // The instant of the last item is left to the next page: others of that instant may be on it.
  return { after: endCursor === null ? null : (items.at(-1)?.createdAt ?? reached ?? readAt), upTo: reached ?? readAt };
}

/** Beyond this a position is too heavy to be written with each page. */
const mostMet = 5_000;

/** Compares a page with what is known of its range. */
export function judgePage(position: SweepPosition, page: SweptPage, known: readonly { id: string; externalId: string }[]): SweepPosition {
  const met = new Set([...position.tied, ...page.items.map(({ id }) => id)]);
  const reached = page.items.at(-1)?.createdAt ?? position.reached;
  const ids = [...(position.met ?? []), ...page.items.map(({ id }) => id)];
  return {
    after: page.endCursor,
    reached,
    tied: [
      ...(reached === position.reached ? position.tied : []),
      ...page.items.filter(({ createdAt }) => createdAt === reached).map(({ id }) => id),
    ],
    missing: [...position.missing, ...known.filter(({ externalId }) => !met.has(externalId)).map(({ id }) => id)],
    isOutOfOrder: position.isOutOfOrder || !isNewestFirst(position.reached, page.items),
    met: position.met === null || ids.length > mostMet ? null : ids,
  };
}

/** Judges a sweep that came in any order, at its end: by everything that is known and everything that was met. */
export function judgeWithoutOrder(position: SweepPosition, known: readonly { id: string; externalId: string }[]): SweepPosition {
  if (!position.isOutOfOrder || position.met === null) return position;
  const met = new Set(position.met);
  return { ...position, isOutOfOrder: false, missing: known.filter(({ externalId }) => !met.has(externalId)).map(({ id }) => id) };
}

function isNewestFirst(reached: string | null, items: readonly SweptItem[]): boolean {
  let last = reached === null ? Number.POSITIVE_INFINITY : Date.parse(reached);
  for (const { createdAt } of items) {
    const at = Date.parse(createdAt);
    if (at > last) return false;
    last = at;
  }
  return true;
}

/** Above this share of what is known, a sweep rather tells of lost rights than of deletions. */
const maxMissingShare = 0.2;

export type SweepVerdict = 'nothing-missing' | 'remove' | 'too-many-missing' | 'out-of-order';

export function decideSweep({ missing, isOutOfOrder }: SweepPosition, known: number): SweepVerdict {
  if (missing.length === 0) return 'nothing-missing';
  if (isOutOfOrder) return 'out-of-order';
  return missing.length > known * maxMissingShare ? 'too-many-missing' : 'remove';
}
