const HOUR_MS = 3_600_000;

export type JiraLimits = 'off' | JiraLimitSettings;

/** Allowances of everybody who asks, together. */
export interface JiraLimitSettings {
  /** Counted anew at the top of every UTC hour, nothing carried over: one per request, one per issue. */
  readonly pointsPerHour?: number;
  /** Per endpoint and method. */
  readonly requestsPerSecond?: number;
  /** Whether a refusal says how long to wait; gateways do not. */
  readonly saysRetryAfter?: boolean;
}

export interface LimitRefusal {
  readonly headers: Record<string, string>;
  /** Epoch milliseconds. */
  readonly retryAt: number;
}

/** Counts what was asked, and says when it was too much and until when. */
export class JiraAllowance {
  readonly #settings: JiraLimitSettings;
  #hour = 0;
  #points = 0;
  #second = 0;
  #requests = new Map<string, number>();

  constructor(limits: JiraLimits) {
    this.#settings = limits === 'off' ? {} : limits;
  }

  /** Charges one request to an endpoint; a refusal where it cannot be afforded. */
  charge(endpoint: string, now: number): LimitRefusal | null {
    const { pointsPerHour, requestsPerSecond } = this.#settings;
    this.#startPeriods(now);
    const asked = (this.#requests.get(endpoint) ?? 0) + 1;
    if (requestsPerSecond !== undefined && asked > requestsPerSecond) {
      return this.#refuse('jira-burst-based', requestsPerSecond, (this.#second + 1) * 1000, now);
    }
    if (pointsPerHour !== undefined && this.#points + 1 > pointsPerHour) {
      return this.#refuse('jira-quota-tenant-based', pointsPerHour, (this.#hour + 1) * HOUR_MS, now);
    }
    this.#requests.set(endpoint, asked);
    this.#points += 1;
    return null;
  }

  /** Charges what an answer turned out to hold. */
  chargeContent(points: number): void {
    this.#points += points;
  }

  headers(): Record<string, string> {
    const { pointsPerHour } = this.#settings;
    if (pointsPerHour === undefined) return {};
    const remaining = Math.max(0, pointsPerHour - this.#points);
    return {
      'X-RateLimit-Limit': String(pointsPerHour),
      'X-RateLimit-Remaining': String(remaining),
      ...(remaining < pointsPerHour / 5 && { 'X-RateLimit-NearLimit': 'true' }),
    };
  }

  #startPeriods(now: number): void {
    const [hour, second] = [Math.floor(now / HOUR_MS), Math.floor(now / 1000)];
    if (hour !== this.#hour) this.#points = 0;
    if (second !== this.#second) this.#requests.clear();
    this.#hour = hour;
    this.#second = second;
  }

  #refuse(reason: string, limit: number, retryAt: number, now: number): LimitRefusal {
    const headers = {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': new Date(retryAt).toISOString(),
      'RateLimit-Reason': reason,
      ...(this.#settings.saysRetryAfter !== false && { 'Retry-After': String(Math.ceil((retryAt - now) / 1000)) }),
    };
    return { headers, retryAt };
  }
}
