import type { TrackerFetch } from '../../tracker-fetch.ts';

/**
 * What came back, whatever its status, or why nothing did. The library loses statuses and headers, and turns errors that are thrown
 * within it into text; so nothing is thrown within it.
 */
export type JiraReply = JiraAnswer | { readonly failure: unknown };

export interface JiraAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** As much of what the library asks its transport for as concerns us. */
export interface JiraRequest {
  readonly method: string;
  readonly uri: string;
  readonly body?: unknown;
  readonly auth?: { readonly user: string; readonly pass: string; readonly bearer?: string };
}

/** From the request to the last byte of the answer. */
export const requestTimeoutMs = 60_000;

/** The library's transport, over the fetch that leads to trackers: one request, no redirects, no retries. */
export function makeJiraRequest(fetch: TrackerFetch, signal?: AbortSignal): (request: JiraRequest) => Promise<JiraReply> {
  return async ({ method, uri, body, auth }) => {
    const timeout = AbortSignal.timeout(requestTimeoutMs);
    try {
      const response = await fetch(new URL(uri), {
        method,
        headers: {
          Accept: 'application/json',
          'User-Agent': 'Speedtax',
          ...(auth && { Authorization: authorizationOf(auth) }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (failure) {
      return { failure };
    }
  };
}

function authorizationOf({ user, pass, bearer }: NonNullable<JiraRequest['auth']>): string {
  return bearer === undefined ? `Basic ${Buffer.from(`${user}:${pass}`).toString('base64')}` : `Bearer ${bearer}`;
}
