/** A stretch of a drawing, in percent of its width, so that it needs no measuring to fit any screen. */
export interface Stretch {
  x: number;
  width: number;
}

/** Two decimals: finer than any screen shows, and short on the wire. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}
