import { wholeInUnits } from '../sums/day-cells.ts';

/** A sum of milliseconds, exactly: whole ones, and units of which there are `wholeInUnits` in one. */
export interface ExactMs {
  readonly ms: number;
  readonly units: number;
}

/** Too large, or of too many sharers, to be known exactly: what it came from must be added up again. */
export class InexactSumError extends Error {
  override readonly name = 'InexactSumError';

  constructor(ms: number) {
    super(`a sum of ${ms} ms is not known exactly, expected whole units of 1/${wholeInUnits} ms`);
  }
}

/** From here on a double cannot tell one unit from the next. Whole milliseconds are exact for millions of days. */
const largestWithUnits = 2 ** 32;

/** @throws InexactSumError */
export function exactOf(ms: number): ExactMs {
  const whole = Math.floor(ms);
  const units = (ms - whole) * wholeInUnits;
  const nearest = Math.round(units);
  const rounding = 1e-3 + Math.abs(ms) * Number.EPSILON * 0.5 * wholeInUnits;
  if (Math.abs(units - nearest) > rounding || (nearest !== 0 && Math.abs(ms) >= largestWithUnits)) throw new InexactSumError(ms);
  return normalize(whole, nearest);
}

/** What the engine would have rounded the sum to. @throws InexactSumError */
export function roundedMs({ ms, units }: ExactMs): number {
  if (units === 0) return ms;
  if (Math.abs(ms) >= largestWithUnits) throw new InexactSumError(ms);
  return (ms * wholeInUnits + units) / wholeInUnits;
}

export function addExact(a: ExactMs, b: ExactMs): ExactMs {
  return normalize(a.ms + b.ms, a.units + b.units);
}

export function subtractExact(a: ExactMs, b: ExactMs): ExactMs {
  return normalize(a.ms - b.ms, a.units - b.units);
}

export function isZero({ ms, units }: ExactMs): boolean {
  return ms === 0 && units === 0;
}

export const exactZero: ExactMs = { ms: 0, units: 0 };

function normalize(ms: number, units: number): ExactMs {
  const carried = Math.floor(units / wholeInUnits);
  return { ms: ms + carried, units: units - carried * wholeInUnits };
}
