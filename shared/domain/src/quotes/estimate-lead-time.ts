import { estimateSurvival } from './estimate-survival.ts';

/** Below this many waits a quote is a guess, and is not given. */
export const quoteWaitsMinimum = 10;

export interface LeadTimeQuote {
  /** Waits behind the quote, those that still last included. */
  readonly waits: number;
  /** Those that still last: known to take longer than they have taken so far. */
  readonly censored: number;
  /** Half are over after this long. Null: too few waits, or not yet seen. */
  readonly medianMs: number | null;
  readonly p85Ms: number | null;
}

/** How long a wait takes, from those that ended and those that last. */
export function estimateLeadTime(endedMs: ArrayLike<number>, lastingMs: ArrayLike<number>): LeadTimeQuote {
  const waits = endedMs.length + lastingMs.length;
  const isGiven = waits >= quoteWaitsMinimum;
  const [medianMs = null, p85Ms = null] = isGiven ? estimateSurvival(endedMs, lastingMs, [0.5, 0.15]) : [];
  return { waits, censored: lastingMs.length, medianMs, p85Ms };
}
