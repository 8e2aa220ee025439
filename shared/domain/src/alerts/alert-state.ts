import type { Low } from './measure-rise.ts';

/** A blocker and what it blocks, as `edgeOf` names them. */
export type Edge = string;

/** What is remembered of one rule and one subject between two looks. Plain data: it is stored as it is. */
export interface AlertState {
  /** `known`: it was beyond the level when first looked at, or somebody has put it to rest: it must get well before it is told again. */
  readonly phase: 'quiet' | 'known' | 'raised';
  /** Since when it seems to be turning; null: it does not. */
  readonly turningSince: number | null;
  /** Of a rise: what it has risen from. */
  readonly lows: readonly Low[];
  /** What blocked when it was last quiet, or was first looked at. */
  readonly quietEdges: readonly Edge[];
  /** What has been told of and has not gone since. */
  readonly toldEdges: readonly ToldEdge[];
  /** Epoch milliseconds; null: nobody has put it off. */
  readonly snoozedUntil: number | null;
}

export interface ToldEdge {
  readonly edge: Edge;
  /** Since when it seems to be gone; null: it is there. */
  readonly goneSince: number | null;
}

export type AlertObservation =
  /** A sync failed or read only a part: that something is not seen says nothing. */
  | { readonly state: 'unknown' }
  | {
      readonly state: 'known';
      /** The instant the facts hold for, epoch milliseconds. */
      readonly at: number;
      readonly value: number;
      readonly edges: readonly Edge[];
      /** The first look, a backfill, another reading of the same history: nothing of it happened just now. */
      readonly isBaseline: boolean;
    };

export const edgeOf = (blockerIssueId: string, blockedIssueId: string): Edge => `${blockerIssueId}>${blockedIssueId}`;

export function endsOf(edge: Edge): { blockerIssueId: string; blockedIssueId: string } {
  const [blockerIssueId, blockedIssueId] = edge.split('>');
  if (!blockerIssueId || !blockedIssueId) throw new RangeError(`Not an edge: '${edge}', expected blocker>blocked`);
  return { blockerIssueId, blockedIssueId };
}
