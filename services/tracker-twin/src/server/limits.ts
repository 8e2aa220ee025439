import type { LimitStatus } from '../graphql/request-scope.ts';
import { LeakyBucket } from './leaky-bucket.ts';

const HOUR_MS = 3_600_000;

/** Enforced always: a document above it never runs. */
export const MAX_QUERY_POINTS = 10_000;

export interface LimitSettings {
  readonly requestsPerHour: number;
  readonly pointsPerHour: number;
  /** Whether a refusal carries `extensions.type` beside `extensions.code`. */
  readonly isTyped?: boolean;
}

export type Limits = 'real' | 'off' | LimitSettings;

/** A personal API key's allowance; an OAuth token's differs. */
const REAL: Record<CredentialKind, LimitSettings> = {
  apiKey: { requestsPerHour: 2_500, pointsPerHour: 3_000_000 },
  oauth: { requestsPerHour: 5_000, pointsPerHour: 2_000_000 },
};

export type CredentialKind = 'apiKey' | 'oauth';

/** The allowance of one credential. */
export class Allowance {
  readonly isTyped: boolean;
  readonly #kind: CredentialKind;
  readonly #isEnforced: boolean;
  readonly #requests: LeakyBucket;
  readonly #points: LeakyBucket;

  constructor(kind: CredentialKind, limits: Limits, now: number) {
    const settings = limits === 'real' || limits === 'off' ? REAL[kind] : limits;
    this.isTyped = settings.isTyped ?? true;
    this.#kind = kind;
    this.#isEnforced = limits !== 'off';
    this.#requests = new LeakyBucket(settings.requestsPerHour, now);
    this.#points = new LeakyBucket(settings.pointsPerHour, now);
  }

  /** Charges one request; tells when to come back if it cannot be afforded. */
  charge(points: number, now: number): { isRefused: boolean; retryAt: number } {
    if (!this.#isEnforced) return { isRefused: false, retryAt: now };
    const isAffordable = this.#requests.remaining(now) >= 1 && this.#points.remaining(now) >= points;
    if (isAffordable) {
      this.#requests.take(1, now);
      this.#points.take(points, now);
      return { isRefused: false, retryAt: now };
    }
    const retryAt = Math.max(this.#requests.availableAt(1, now), this.#points.availableAt(points, now));
    return { isRefused: true, retryAt };
  }

  headers(points: number, now: number): Record<string, string> {
    return {
      'X-Complexity': String(points),
      'X-RateLimit-Requests-Limit': String(this.#requests.allowance),
      'X-RateLimit-Requests-Remaining': String(Math.floor(this.#requests.remaining(now))),
      'X-RateLimit-Requests-Reset': String(this.#requests.resetAt(now)),
      'X-RateLimit-Complexity-Limit': String(this.#points.allowance),
      'X-RateLimit-Complexity-Remaining': String(Math.floor(this.#points.remaining(now))),
      'X-RateLimit-Complexity-Reset': String(this.#points.resetAt(now)),
    };
  }

  status(identifier: string, points: number, now: number): LimitStatus {
    const describe = (type: string, bucket: LeakyBucket, requestedAmount: number) => ({
      type,
      requestedAmount,
      allowedAmount: bucket.allowance,
      remainingAmount: Math.floor(bucket.remaining(now)),
      period: HOUR_MS,
      reset: bucket.resetAt(now),
    });
    return {
      identifier,
      kind: this.#kind,
      limits: [describe('request', this.#requests, 1), describe('complexity', this.#points, points)],
    };
  }
}
