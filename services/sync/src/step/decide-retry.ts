import type { TrackerError } from '@speedtax/trackers';

/** What becomes of a sync when the tracker gave no answer. */
export type Retry =
  | { readonly action: 'wait' /** Epoch milliseconds; nothing is sent before. */; readonly notBefore: number; readonly isFailing: boolean }
  /** Only somebody who knows better credentials can go on. */
  | { readonly action: 'give-up' };

const firstDelayMs = 1_000;
const longestDelayMs = 5 * 60_000;
/** Where the tracker limits us and does not say until when. */
const unknownResetMs = 60_000;
/** The tracker's clock may be a little behind ours. */
const resetMarginMs = 250;

/** @param failures how often in a row it has failed before */
export function decideRetry(error: TrackerError, failures: number, now: number): Retry {
  if (error.kind === 'unauthorized') return { action: 'give-up' };
  if (error.kind === 'rate-limited') {
    const reset = error.resetAt ?? now + (error.retryAfterMs ?? unknownResetMs);
    return { action: 'wait', notBefore: Math.max(reset, now + firstDelayMs) + resetMarginMs, isFailing: false };
  }
  const delay = error.kind === 'refused' ? longestDelayMs : Math.min(longestDelayMs, firstDelayMs * 2 ** failures);
  return { action: 'wait', notBefore: now + delay, isFailing: true };
}
