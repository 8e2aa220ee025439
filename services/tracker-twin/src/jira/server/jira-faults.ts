import type { Fault } from '../../server/faults.ts';

/** Why Cloud says that it was too much. */
export type RateLimitReason =
  | 'jira-quota-global-based'
  | 'jira-quota-tenant-based'
  | 'jira-burst-based'
  | 'jira-per-issue-on-write'
  | 'jira-cost-based'
  | 'jira-max-concurrent-threads';

interface Refusal {
  /** Absent: a gateway that says nothing. */
  readonly reason?: RateLimitReason;
  readonly retryAfterSeconds?: number;
  /** Epoch milliseconds. */
  readonly resetAt?: number;
}

export function makeJiraTooManyRequests({ reason, retryAfterSeconds, resetAt }: Refusal = {}): Fault {
  const headers = {
    ...(reason && { 'RateLimit-Reason': reason }),
    ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
    ...(resetAt !== undefined && { 'X-RateLimit-Reset': new Date(resetAt).toISOString() }),
  };
  return { status: 429, headers, body: JSON.stringify({ errorMessages: ['Rate limit exceeded.'], errors: {} }) };
}

/** A server in front of Jira that wants somebody to sign in: a page, and all is well with it. */
export const LOGIN_PAGE: Fault = {
  status: 200,
  headers: { 'Content-Type': 'text/html;charset=UTF-8' },
  body: '<!DOCTYPE html><html><head><title>Log in - Jira</title></head><body><form id="login-form"></form></body></html>',
};

export const JIRA_UNAVAILABLE: Fault = {
  status: 503,
  headers: { 'Content-Type': 'text/html' },
  body: '<html><head><title>503 Service Temporarily Unavailable</title></head><body></body></html>',
};

/** An answer whose connection was lost on the way, though its length says nothing of that. */
export const CUT_ANSWER: Fault = { status: 200, body: '{"issues":[{"id":"10000","key":"CHK-1","fie' };
