import type { Outcome } from '@speedtax/storage/alerts';
import type { Answer } from './send-batch.ts';

const mostAttempts = 10;
const firstRetryMs = 30_000;
const longestRetryMs = 60 * 60_000;

/** What becomes of a message after its n-th attempt: sent, tried again later, or given up and listed. */
export function decideOutcome({ isOk, isFinal, answer, retryAfterMs = 0 }: Answer, attempts: number, now: number): Outcome {
  if (isOk) return { state: 'sent', answer };
  if (isFinal || attempts >= mostAttempts) return { state: 'dead', answer };
  const backoffMs = Math.min(longestRetryMs, firstRetryMs * 2 ** (attempts - 1));
  return { state: 'waiting', answer, dueAt: new Date(now + Math.max(backoffMs, Math.min(longestRetryMs, retryAfterMs))) };
}
