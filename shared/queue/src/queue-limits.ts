/** Finished jobs are kept for a look, not as a record: the tables hold the truth. */
export const keptJobs = {
  removeOnComplete: { count: 100 },
  removeOnFail: { count: 1_000, age: 7 * 24 * 3600 },
} as const;

export const retries = { attempts: 12, backoff: { type: 'capped' } } as const;

/** A killed worker's job is taken up again within these; its tables say where it stood, so that may happen often. */
export const workerTimes = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 100 } as const;

const firstRetryMs = 1_000;
const longestRetryMs = 60_000;

export function retryDelayMs(attempt: number): number {
  return Math.min(longestRetryMs, firstRetryMs * 2 ** (attempt - 1));
}
