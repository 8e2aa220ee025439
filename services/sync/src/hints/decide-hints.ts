import type { HintedConnection, NotedHint } from '@speedtax/storage/facts';

/** What hints call for now; `inMs`: later, so that a storm of them costs a few readings a second; null: nothing. */
export type HintCall = { readonly start: 'targeted' | 'incremental' } | { readonly inMs: number } | null;

/** More issues than this are read as all that has changed is read. */
export const maxTargetedIssues = 500;

const targetedEveryMs = 300;
/** A sync of all that has changed takes a dozen requests. */
const incrementalEveryMs = 60_000;

/** Before everything was read once, everything is read anyway. */
export function decideHints(hints: readonly NotedHint[], connection: HintedConnection, now: number): HintCall {
  if (hints.length === 0 || !connection.isKnown) return null;
  const issues = hints.filter(({ subject }) => subject === 'issue').length;
  const asksForAll = issues < hints.length || issues > maxTargetedIssues;
  const allInMs = remaining(connection.lastIncrementalAt, incrementalEveryMs, now);
  if (asksForAll && allInMs === 0) return { start: 'incremental' };
  if (issues === 0) return { inMs: allInMs };
  const inMs = remaining(connection.lastTargetedAt, targetedEveryMs, now);
  return inMs === 0 ? { start: 'targeted' } : { inMs };
}

function remaining(last: Date | null, everyMs: number, now: number): number {
  return last === null ? 0 : Math.max(0, Math.min(everyMs, last.getTime() + everyMs - now));
}
