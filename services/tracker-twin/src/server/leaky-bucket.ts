const HOUR_MS = 3_600_000;

/** An hourly allowance that is refilled steadily. Amounts are requests or points. */
export class LeakyBucket {
  readonly allowance: number;
  #level: number;
  #refilledAt: number;

  constructor(allowance: number, now: number) {
    this.allowance = allowance;
    this.#level = allowance;
    this.#refilledAt = now;
  }

  remaining(now: number): number {
    this.#refill(now);
    return this.#level;
  }

  /** Takes the amount if it is there. */
  take(amount: number, now: number): boolean {
    this.#refill(now);
    if (this.#level < amount) return false;
    this.#level -= amount;
    return true;
  }

  /** When the bucket will be full again, in epoch milliseconds. */
  resetAt(now: number): number {
    this.#refill(now);
    return Math.ceil(now + ((this.allowance - this.#level) / this.allowance) * HOUR_MS);
  }

  /** When the amount will be there, in epoch milliseconds. */
  availableAt(amount: number, now: number): number {
    this.#refill(now);
    const missing = Math.max(0, Math.min(amount, this.allowance) - this.#level);
    return Math.ceil(now + (missing / this.allowance) * HOUR_MS);
  }

  #refill(now: number): void {
    const gained = ((now - this.#refilledAt) / HOUR_MS) * this.allowance;
    this.#level = Math.min(this.allowance, this.#level + Math.max(0, gained));
    this.#refilledAt = now;
  }
}
