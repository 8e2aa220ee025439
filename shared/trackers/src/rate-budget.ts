/** What a tracker says is left to us, by its own headers. One per connection and turn, shared by all its requests. */
export interface RateBudget {
  /** Takes the headers of an answer. */
  note(headers: Headers): void;
  /** The tracker has refused: nothing is to be sent before (epoch milliseconds). */
  block(until: number): void;
  /** Epoch milliseconds before which a request of this cost must not be sent; null: now is fine. */
  blockedUntil(points: number): number | null;
  /** Share of the scarcer budget that is left, 0 to 1; 1 while nothing is known. */
  left(): number;
}
