import { type LinkChange, replayLinkChanges } from './replay-link-changes.ts';

/** A link between a pair as the tracker shows it today, or showed it until it was found gone. */
export interface KnownLink {
  readonly blocker: string;
  readonly blocked: string;
  /** null: the tracker does not tell. */
  readonly createdAt: number | null;
  /** The instant at which the link was found gone; null: it is there today. */
  readonly absentSince: number | null;
}

export interface SettledDependency {
  readonly blocker: string;
  readonly blocked: string;
  /** null: not known, so never taxed. */
  readonly from: number | null;
  /** null: the link still stands. */
  readonly to: number | null;
  readonly startEvidence: 'link' | 'history' | 'unknown';
}

/**
 * When each blocker was linked to each blocked issue, from the links known and the changes that the histories of both ends
 * tell. Instants in milliseconds. Pairs are independent of each other: settling some of them settles those.
 *
 * - A link of today runs from its creation; without a date from the addition that history has not taken back; else its start
 *   is not known. Where several without a date stand between a pair, as links of two types, each was added once: the earliest counts. Where history tells additions, but none near the creation, the link has become a blocking one later: it runs
 *   from the addition.
 * - A link that is gone ended at its last removal, or where history tells none, when it was found gone.
 * - Additions and removals before that are past dependencies. A removal without an addition has an unknown start.
 * - An addition that was never taken back, of a link that nobody has seen, ends at `absentSince`; where that is null, nothing
 *   is known of how long it lasted, and it is left out.
 *
 * Sorted by pair and start, disjoint within a pair. The order of the input does not matter.
 */
export function settleDependencies(
  links: readonly KnownLink[],
  changes: readonly LinkChange[],
  absentSince: number | null = null,
): SettledDependency[] {
  const pairs = new Map<string, { blocker: string; blocked: string; links: KnownLink[]; changes: LinkChange[] }>();
  const pairOf = ({ blocker, blocked }: { blocker: string; blocked: string }) => {
    const key = JSON.stringify([blocker, blocked]);
    let pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, (pair = { blocker, blocked, links: [], changes: [] }));
    return pair;
  };
  for (const link of links) pairOf(link).links.push(link);
  for (const change of changes) pairOf(change).changes.push(change);
  return [...pairs.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { blocker, blocked, ...evidence }]) =>
      settlePair(evidence.links, evidence.changes, absentSince).map((span) => ({ blocker, blocked, ...span })),
    );
}

type Span = Omit<SettledDependency, 'blocker' | 'blocked'>;

function settlePair(links: readonly KnownLink[], changes: readonly LinkChange[], absentSince: number | null): Span[] {
  const { ended, openSince, openAdditions, lastRemovedAt } = replayLinkChanges(changes);
  const standing = links.filter(({ createdAt, absentSince: gone }) => createdAt === null && gone === null).length;
  const standingSince = openAdditions.at(-Math.max(1, Math.min(standing, openAdditions.length))) ?? null;
  const spans: Span[] = ended.map(({ from, to }) => ({ from, to, startEvidence: from === null ? 'unknown' : 'history' }));

  for (const link of links) {
    const isConfirmed = link.createdAt !== null && (openSince === null || !becameBlockingLater(link.createdAt, changes, openSince));
    const from = isConfirmed ? link.createdAt : standingSince;
    const startEvidence = isConfirmed ? 'link' : openSince !== null ? 'history' : 'unknown';
    if (link.absentSince === null) spans.push({ from, to: null, startEvidence });
    else if (from !== null || lastRemovedAt === null)
      spans.push({ from, to: endOfGoneLink(from, link.absentSince, lastRemovedAt), startEvidence });
  }
  if (links.length === 0 && openSince !== null && absentSince !== null)
    spans.push({ from: openSince, to: Math.max(openSince, absentSince), startEvidence: 'history' });
  return mergeSpans(spans);
}

/** Histories gather what one person does within a while into one entry, so that an addition may be dated a little off the link. */
export const additionNearCreationMs = 3_600_000;

/** A relation of another type that was turned into a blocking one keeps the date of its creation. */
function becameBlockingLater(createdAt: number, changes: readonly LinkChange[], openSince: number): boolean {
  if (openSince <= createdAt) return false;
  return !changes.some(({ action, at }) => action === 'added' && Math.abs(at - createdAt) <= additionNearCreationMs);
}

/** At its last removal, where that came after its start. */
function endOfGoneLink(from: number | null, foundGoneAt: number, lastRemovedAt: number | null): number {
  if (lastRemovedAt !== null && (from === null || lastRemovedAt >= from)) return lastRemovedAt;
  return Math.max(from ?? foundGoneAt, foundGoneAt);
}

/**
 * Spans of a known start are merged where they overlap or touch; the evidence is that of the earlier start. Of those whose start
 * is not known one is told, the last, and only if it says more than the known ones do: it counts as one gap in what is known.
 */
function mergeSpans(spans: readonly Span[]): Span[] {
  const known: { from: number; to: number | null; startEvidence: Span['startEvidence'] }[] = [];
  const isKnown = (span: Span): span is Span & { from: number } => span.from !== null;
  for (const span of spans.filter(isKnown).sort((a, b) => a.from - b.from || evidenceRank(a) - evidenceRank(b))) {
    const last = known[known.length - 1];
    if (last !== undefined && (last.to === null || span.from <= last.to)) {
      if (last.to !== null) last.to = span.to === null ? null : Math.max(last.to, span.to);
    } else if (span.to === null || span.from < span.to) known.push({ ...span });
  }
  const unknown = spans
    .filter((span) => span.from === null && !known.some(({ from, to }) => from < endOf(span) && endOf(span) <= endOf({ to })))
    .sort((a, b) => endOf(b) - endOf(a));
  return [...unknown.slice(0, 1), ...known];
}

function endOf({ to }: Pick<Span, 'to'>): number {
  return to ?? Infinity;
}

function evidenceRank({ startEvidence }: Span): number {
  return ['link', 'history', 'unknown'].indexOf(startEvidence);
}
