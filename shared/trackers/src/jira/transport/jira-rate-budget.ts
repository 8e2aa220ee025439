import type { RateBudget } from '../../rate-budget.ts';

/** What NearLimit stands for: Jira sets it below a fifth. */
const nearLimit = 0.2;

/** By Cloud's bursts and hourly quotas, and by the token bucket of a server. */
export function makeJiraRateBudget(now: () => number): RateBudget {
  let blockedUntil = 0;
  let left = 1;
  return {
    note(headers) {
      left = readLeft(headers);
      const intervalMs = readNumber(headers.get('x-ratelimit-interval-seconds')) * 1000;
      // The bucket is empty, and filled again at the end of the interval at the latest.
      if (intervalMs > 0 && readNumber(headers.get('x-ratelimit-remaining')) < 1) blockedUntil = Math.max(blockedUntil, now() + intervalMs);
    },
    block(until) {
      blockedUntil = Math.max(blockedUntil, until);
    },
    blockedUntil: () => (blockedUntil > now() ? blockedUntil : null),
    left: () => left,
  };
}

function readLeft(headers: Headers): number {
  const shares = [
    readNumber(headers.get('x-ratelimit-remaining')) / readNumber(headers.get('x-ratelimit-limit')),
    readNumber(readParameter(headers.get('ratelimit'), 'r')) / readNumber(readParameter(headers.get('ratelimit-policy'), 'q')),
    headers.get('x-ratelimit-nearlimit') === 'true' ? nearLimit : 1,
  ];
  return Math.max(0, Math.min(1, ...shares.filter(Number.isFinite)));
}

/** `r` of `"global-app-quota";r=1200;t=900`. */
function readParameter(header: string | null, name: string): string | null {
  return new RegExp(`;\\s*${name}=(\\d+)`).exec(header ?? '')?.[1] ?? null;
}

function readNumber(text: string | null): number {
  return text === null ? Number.NaN : Number(text);
}
