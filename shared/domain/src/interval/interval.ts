/** Half-open, `[from, to)`, in milliseconds since the epoch. `to` is Infinity while it lasts. Never empty. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The one place an interval is made. Throws on an empty or backward one: ask `isInterval` where the data may hold such. */
export function makeInterval(from: number, to: number): Interval {
  if (!isInterval(from, to)) throw new RangeError(`An interval must end after it begins, not from ${from} to ${to}`);
  return { from, to };
}

export function isInterval(from: number, to: number): boolean {
  return from < to;
}
