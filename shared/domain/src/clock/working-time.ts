import { makeFloats } from '../columns/growing-column.ts';

/** When an organization works: the same hours on each of its weekdays, by its own clocks on the wall. */
export interface WorkingTime {
  /** 1: Monday … 7: Sunday. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight on the wall; `toMinute` exclusive, 1440 at most. */
  readonly fromMinute: number;
  readonly toMinute: number;
}

/**
 * How much had been worked at an instant: constant outside working hours, growing with time within. Knot 2k begins a stretch of
 * work, knot 2k + 1 ends it; in milliseconds since the epoch, and of work since the first knot.
 */
export interface WorkedKnots {
  readonly at: Float64Array;
  readonly worked: Float64Array;
}

const msPerDay = 86_400_000;
const msPerMinute = 60_000;
const daysPerWeek = 7;
/** Day 0, 1970-01-01, was a Thursday. */
const weekdayOfDay0 = 4;

/**
 * The knots of the days from `fromDay` on, of which `midnights[k]` is the beginning of day k. `offsetAt`: milliseconds that the
 * clocks on the wall are ahead of UTC. Where they are put forward or back within working hours, the day is that much shorter or longer.
 */
export function makeWorkedKnots(
  { weekdays, fromMinute, toMinute }: WorkingTime,
  fromDay: number,
  midnights: Float64Array,
  offsetAt: (at: number) => number,
): WorkedKnots {
  const at = makeFloats(midnights.length * 2);
  const worked = makeFloats(midnights.length * 2);
  let total = 0;
  const addStretch = (from: number, to: number): void => {
    if (from >= to) return;
    at.push(from);
    worked.push(total);
    at.push(to);
    worked.push((total += to - from));
  };
  let offsetMs = offsetAt(midnights[0]!);
  for (let place = 0; place + 1 < midnights.length; place++) {
    const day = fromDay + place;
    const [begin, end] = [midnights[place]!, midnights[place + 1]!];
    const nextOffsetMs = offsetAt(end);
    const shift = nextOffsetMs === offsetMs ? end : findShift(begin, end, offsetMs, offsetAt);
    if (weekdays.includes(weekdayOf(day))) {
      const hours = (offset: number, from: number, to: number): void =>
        addStretch(
          Math.max(from, day * msPerDay + fromMinute * msPerMinute - offset),
          Math.min(to, day * msPerDay + toMinute * msPerMinute - offset),
        );
      hours(offsetMs, begin, shift);
      hours(nextOffsetMs, shift, end);
    }
    offsetMs = nextOffsetMs;
  }
  return { at: at.view(), worked: worked.view() };
}

/** Milliseconds worked up to an instant; before the first knot none, after the last one all. */
export function workedAt({ at, worked }: WorkedKnots, instant: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at[middle]! <= instant) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  const knot = low - 1;
  return knot % 2 === 0 ? worked[knot]! + instant - at[knot]! : worked[knot]!;
}

function weekdayOf(day: number): number {
  return ((((day + weekdayOfDay0 - 1) % daysPerWeek) + daysPerWeek) % daysPerWeek) + 1;
}

/** The first instant at which the clocks no longer show what they showed at the beginning of the day. */
function findShift(begin: number, end: number, offsetMs: number, offsetAt: (at: number) => number): number {
  let before = begin;
  let after = end;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === offsetMs) before = middle;
    else after = middle;
  }
  return after;
}
