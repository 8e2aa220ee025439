import type { SprintPayload } from '../payloads/sprint.ts';

/**
 * When a sprint began, epoch milliseconds; null: it has not, whatever is planned. What was closed without a start counts from
 * its close.
 */
export function begunAtOf({ state, startDate, completeDate }: SprintPayload): number | null {
  if (state !== 'active' && state !== 'closed') return null;
  const begunAt = startDate ?? completeDate;
  return begunAt === null ? null : Date.parse(begunAt);
}
