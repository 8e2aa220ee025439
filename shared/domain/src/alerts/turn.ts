/** Shorter than this it is a flap. A sync lasts no time, so that it takes two of them at least. */
export const leastMs = 15 * 60_000;

/** Something is seen otherwise than it was, since an instant (epoch milliseconds): has it held for long enough to believe it? */
export function isSettled(since: number, at: number): boolean {
  return at - since >= leastMs;
}
