/**
 * Why a tracker gave no answer, by what to do about it:
 * `unauthorized` – the credentials do not work (any more): ask the user; `rate-limited` – wait until `resetAt`;
 * `transient` – the same request may work later; `refused` – the tracker will not answer this request as it is.
 */
export type TrackerErrorKind = 'unauthorized' | 'rate-limited' | 'transient' | 'refused';

/** A call to a tracker that failed. The message is the tracker's own reason where it gave one, and holds no credentials. */
export class TrackerError extends Error {
  override readonly name = 'TrackerError';
  readonly kind: TrackerErrorKind;
  /** Epoch milliseconds from which requests are allowed again; null: the tracker did not say. */
  readonly resetAt: number | null;
  /** Milliseconds to wait from now on, where the tracker said it that way. */
  readonly retryAfterMs: number | null;
  /** HTTP status of the answer; null where there was none, or it tells nothing. */
  readonly status: number | null;

  constructor(
    kind: TrackerErrorKind,
    message: string,
    options: { resetAt?: number | null; retryAfterMs?: number | null; status?: number | null; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.resetAt = options.resetAt ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.status = options.status ?? null;
  }
}
