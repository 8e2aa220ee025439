/** Until when a quote stays as it is if no wait begins, ends or changes. */
export interface QuoteStanding {
  /** The day (as the clock counts) from which its oldest wait is no longer one of the year. */
  readonly dropsOnDay: number;
  /** When a lasting wait will have taken longer than one that ended, at the earliest. Infinity: never. */
  readonly outlastsAt: number;
}

/**
 * @param ended lengths, ascending
 * @param lasting since when each lasts, and how long it has by now
 */
export function findOutlasting(ended: Float64Array, lasting: readonly { readonly from: number; readonly lengthMs: number }[]): number {
  let earliest = Infinity;
  for (const { from, lengthMs } of lasting) {
    const next = ended.find((each) => each > lengthMs) ?? Infinity;
    // Worked time is never longer than calendar time: with working hours this is too early, and never too late.
    earliest = Math.min(earliest, from + next);
  }
  return earliest;
}
