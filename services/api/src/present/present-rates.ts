import type { Measures } from '../figures/sum-subjects.ts';

/** The times behind a speed tax, in whole milliseconds, and the tax they make. */
export interface TaxTimes {
  readonly inPlayMs: number;
  readonly waitingMs: number;
  readonly waitingStartedMs: number;
  readonly waitingUnstartedMs: number;
  readonly blockedBeforePlayMs: number;
  /** Beside the tax, no part of it. */
  readonly flaggedMs: number;
}

export function presentTimes({ inPlayMs, heldMs, draggingMs, blockedBeforePlayMs, flaggedMs }: Measures<'team'>): TaxTimes {
  const waitingStartedMs = Math.round(draggingMs);
  const waitingUnstartedMs = Math.round(heldMs);
  return {
    inPlayMs: Math.round(inPlayMs),
    waitingMs: waitingStartedMs + waitingUnstartedMs,
    waitingStartedMs,
    waitingUnstartedMs,
    blockedBeforePlayMs: Math.round(blockedBeforePlayMs),
    flaggedMs: Math.round(flaggedMs),
  };
}

export function addTimes(all: readonly TaxTimes[]): TaxTimes {
  const sum = (measure: keyof TaxTimes) => all.reduce((total, times) => total + times[measure], 0);
  return {
    inPlayMs: sum('inPlayMs'),
    waitingMs: sum('waitingMs'),
    waitingStartedMs: sum('waitingStartedMs'),
    waitingUnstartedMs: sum('waitingUnstartedMs'),
    blockedBeforePlayMs: sum('blockedBeforePlayMs'),
    flaggedMs: sum('flaggedMs'),
  };
}

export interface Rates {
  /** Null, not 0, where nothing was in play. */
  readonly speedTax: number | null;
  /** Counts only held. */
  readonly speedTaxLow: number | null;
  /** Adds the time blocked while still in backlog or triage. May exceed 1. */
  readonly speedTaxHigh: number | null;
}

export function presentRates({ inPlayMs, waitingMs, waitingUnstartedMs, blockedBeforePlayMs }: TaxTimes): Rates {
  if (inPlayMs === 0) return { speedTax: null, speedTaxLow: null, speedTaxHigh: null };
  return {
    speedTax: waitingMs / inPlayMs,
    speedTaxLow: waitingUnstartedMs / inPlayMs,
    speedTaxHigh: (waitingMs + blockedBeforePlayMs) / inPlayMs,
  };
}
