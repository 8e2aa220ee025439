/** A value that nothing since has gone below. `until`: when another one was seen; null: it is the latest. */
export interface Low {
  readonly value: number;
  readonly until: number | null;
}

/** Each low is higher than the one before: far more steps than a rule can tell apart. */
const mostLows = 200;

/** How far a value is above the lowest that it had within the time before, and what is to be remembered for the next look. */
export function measureRise(
  lows: readonly Low[],
  { at, value }: { at: number; value: number },
  withinMs: number,
): { rise: number; lows: Low[] } {
  const lasted = lows.map((low) => ({ value: low.value, until: low.until ?? at }));
  const still = lasted.filter((low) => low.until > at - withinMs && low.value < value);
  const kept = [...still.slice(0, mostLows), { value, until: null }];
  return { rise: value - Math.min(...kept.map((low) => low.value)), lows: kept };
}
