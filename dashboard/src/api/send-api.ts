import type { Problem } from '@speedtax/contract';

/** What came of a change asked for in the browser: its answer, or why not in words a reader can act on. */
export type Sent<T> = { ok: true; value: T } | { ok: false; message: string; byField: Record<string, string>; code?: string | undefined };

/** Sends a change to our own origin; the session cookie goes along by itself. */
export async function sendApi<T = null>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Sent<T>> {
  const init: RequestInit = { method, headers: { 'content-type': 'application/json' } };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await fetch(path, init).catch(() => null);
  if (!response) return { ok: false, message: 'The server did not answer. Check that it is running and try again.', byField: {} };
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return { ok: true, value: answer as T };
  return { ok: false, ...readRefusal(answer, response.status) };
}

function readRefusal(answer: unknown, status: number): { message: string; byField: Record<string, string>; code: string | undefined } {
  // The sign-in says `message` where the rest of the API says `detail`.
  const problem = (answer ?? {}) as Partial<Problem> & { message?: string };
  const byField = Object.fromEntries((problem.errors ?? []).map((error) => [error.path, error.message]));
  return { code: problem.code, message: problem.detail ?? problem.title ?? problem.message ?? `The server answered ${status}.`, byField };
}
