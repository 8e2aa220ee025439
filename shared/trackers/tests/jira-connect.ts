import { connectJira } from '../src/jira/access/connect-jira.ts';
import type { JiraClient } from '../src/jira/transport/jira-client.ts';

export const now = Date.parse('2026-11-20T12:00:00Z');
export const seconds = (n: number) => n * 1000;

/** A client with an API token, whose clock stands still. */
export function connect(options: { baseUrl: string; signal?: AbortSignal; fetch?: typeof fetch }): JiraClient {
  return connectJira({
    credentials: { kind: 'basic', email: 'ann@example.com', apiToken: 'secret-token' },
    fetch,
    now: () => now,
    storeCredentials: async () => {},
    ...options,
  }).client;
}

export function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}
