import type { ServerResponse } from 'node:http';

/** One request as a test sees it before it is answered. */
export interface RequestInfo {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly points: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** How many requests came before it. */
  readonly place: number;
}

/** An answer of the test's own: a reply, no reply ever, or a broken connection. */
export type Fault = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string } | 'hang' | 'reset';

export type FaultHook = (request: RequestInfo) => Fault | undefined | Promise<Fault | undefined>;

/** What Linear's edge answers when what is behind it is gone. */
export const BAD_GATEWAY: Fault = {
  status: 502,
  headers: { 'Content-Type': 'text/html' },
  body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
};

export const SERVER_ERROR: Fault = {
  status: 500,
  body: JSON.stringify({
    errors: [{ message: 'Internal server error', extensions: { type: 'internal error', code: 'INTERNAL_SERVER_ERROR' } }],
  }),
};

export function makeTooManyRequests(retryAfterSeconds?: number): Fault {
  return {
    status: 429,
    headers: retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) },
    body: JSON.stringify({ errors: [{ message: 'Too many requests' }] }),
  };
}

/** Answers by the fault; the instant it asks to wait for, if any, in epoch milliseconds. */
export function applyFault(fault: Fault, response: ServerResponse, now: number): number {
  if (fault === 'hang') return 0;
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return 0;
  }
  response.writeHead(fault.status, { 'Content-Type': 'application/json', ...fault.headers });
  response.end(fault.body ?? '');
  const retryAfter = Number(fault.headers?.['Retry-After'] ?? 0);
  const resetAt = Date.parse(fault.headers?.['X-RateLimit-Reset'] ?? '') || 0;
  return Math.max(resetAt, retryAfter > 0 ? now + retryAfter * 1000 : 0);
}
