import { TrackerError } from '../../tracker-error.ts';

/** Statuses by which a Jira says that it does not have something. */
const notOffered: ReadonlySet<number> = new Set([404, 405, 410, 501]);

/** Whether there is no such thing at this Jira. */
export function isNotOffered(error: unknown): error is TrackerError {
  return error instanceof TrackerError && error.status !== null && notOffered.has(error.status);
}
