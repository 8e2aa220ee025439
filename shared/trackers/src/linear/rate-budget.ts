import type { RateBudget } from '../rate-budget.ts';

interface Allowance {
  limit: number;
  remaining: number;
  /** Epoch milliseconds. */
  resetAt: number;
}

/** By requests and by points, each with its own hour. */
export function makeRateBudget(now: () => number): RateBudget {
  let requests: Allowance | null = null;
  let points: Allowance | null = null;
  let blockedUntil = 0;

  function stillHolds(allowance: Allowance | null): allowance is Allowance {
    return allowance !== null && allowance.resetAt > now();
  }

  return {
    note(headers) {
      requests = readAllowance(headers, 'requests') ?? requests;
      points = readAllowance(headers, 'complexity') ?? points;
    },
    block(until) {
      blockedUntil = Math.max(blockedUntil, until);
    },
    blockedUntil(cost) {
      const blocks = blockedUntil > now() ? [blockedUntil] : [];
      if (stillHolds(requests) && requests.remaining < 1) blocks.push(requests.resetAt);
      // A budget smaller than the request can never be enough: let the tracker say so.
      if (stillHolds(points) && points.remaining < cost && points.limit >= cost) blocks.push(points.resetAt);
      return blocks.length > 0 ? Math.max(...blocks) : null;
    },
    left() {
      const shares = [requests, points].filter(stillHolds).map(({ remaining, limit }) => (limit > 0 ? remaining / limit : 0));
      return Math.min(1, ...shares);
    },
  };
}

function readAllowance(headers: Headers, budget: 'requests' | 'complexity'): Allowance | null {
  const [limit, remaining, resetAt] = ['limit', 'remaining', 'reset'].map((part) => {
    const text = headers.get(`x-ratelimit-${budget}-${part}`);
    return text === null ? Number.NaN : Number(text);
  }) as [number, number, number];
  return [limit, remaining, resetAt].every(Number.isFinite) ? { limit, remaining, resetAt } : null;
}
