import { z } from 'zod';
import { TrackerError } from '../../tracker-error.ts';
import { fetchMyself } from '../access/fetch-server-info.ts';
import type { JiraClient } from '../transport/jira-client.ts';
import type { JqlClock } from './jql.ts';

/** As a cursor carries it. */
export const jqlClock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('epoch') }),
  z.object({ kind: z.literal('minutes'), timeZone: z.string() }),
]);

export const epochClock: JqlClock = { kind: 'epoch' };

/** Asks with instants as numbers; where Jira does not take those, with the clock of whose credentials these are. @throws TrackerError */
export async function askByClock<T>(client: JiraClient, clock: JqlClock, ask: (clock: JqlClock) => Promise<T>): Promise<T> {
  try {
    return await ask(clock);
  } catch (error) {
    if (clock.kind !== 'epoch' || !isWrongQuestion(error)) throw error;
    const { timeZone } = await fetchMyself(client);
    return ask({ kind: 'minutes', timeZone: timeZone ?? 'UTC' });
  }
}

/** Whether Jira says that it does not understand, or does not know what is asked about. */
export function isWrongQuestion(error: unknown): error is TrackerError {
  return error instanceof TrackerError && error.status === 400;
}
