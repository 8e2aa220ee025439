import { type Interval, makeInterval } from './interval.ts';

/**
 * A set of instants as columns: interval `k` is `[from[k], to[k])`. Sorted, disjoint and never touching, so that
 * two equal sets have equal columns. Made by `unionOf`; every operation below is one sorted pass.
 */
export interface IntervalSet {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

export const emptySet: IntervalSet = { from: new Float64Array(0), to: new Float64Array(0) };

/** The union of any half-open intervals, given as two columns in any order. Empty and backward ones add nothing. */
export function unionOf(from: ArrayLike<number>, to: ArrayLike<number>): IntervalSet {
  const starts = new Float64Array(from.length);
  const ends = new Float64Array(from.length);
  let count = 0;
  for (let k = 0; k < from.length; k++) {
    if (!(from[k]! < to[k]!)) continue;
    starts[count] = from[k]!;
    ends[count++] = to[k]!;
  }
  // How many run at once depends only on how many have begun and ended: the two columns may be sorted apart.
  const began = starts.subarray(0, count).sort();
  const ended = ends.subarray(0, count).sort();
  return collect(count, (push) => {
    let openFrom = 0;
    for (let s = 0, e = 0; e < count; e++) {
      if (s === e) openFrom = began[s]!;
      while (s < count && began[s]! <= ended[e]!) s++;
      if (s === e + 1) push(openFrom, ended[e]!);
    }
  });
}

export function union(a: IntervalSet, b: IntervalSet): IntervalSet {
  const from = new Float64Array(a.from.length + b.from.length);
  const to = new Float64Array(from.length);
  from.set(a.from);
  from.set(b.from, a.from.length);
  to.set(a.to);
  to.set(b.to, a.to.length);
  return unionOf(from, to);
}

export function intersect(a: IntervalSet, b: IntervalSet): IntervalSet {
  return collect(a.from.length + b.from.length, (push) => {
    for (let i = 0, j = 0; i < a.from.length && j < b.from.length; ) {
      push(Math.max(a.from[i]!, b.from[j]!), Math.min(a.to[i]!, b.to[j]!));
      if (a.to[i]! < b.to[j]!) i++;
      else j++;
    }
  });
}

export function subtract(a: IntervalSet, b: IntervalSet): IntervalSet {
  return collect(a.from.length + b.from.length, (push) => {
    for (let i = 0, j = 0; i < a.from.length; i++) {
      let rest = a.from[i]!;
      for (; b.from[j]! < a.to[i]!; j++) {
        push(rest, b.from[j]!);
        rest = Math.max(rest, b.to[j]!);
        // It may reach into the next one too.
        if (rest > a.to[i]!) break;
      }
      push(rest, a.to[i]!);
    }
  });
}

export function clip(set: IntervalSet, window: Interval): IntervalSet {
  return intersect(set, { from: Float64Array.of(window.from), to: Float64Array.of(window.to) });
}

/** Milliseconds in the set. */
export function lengthMs(set: IntervalSet): number {
  let sum = 0;
  for (let k = 0; k < set.from.length; k++) sum += set.to[k]! - set.from[k]!;
  return sum;
}

export function listIntervals(set: IntervalSet): Interval[] {
  return Array.from(set.from, (from, k) => makeInterval(from, set.to[k]!));
}

/** Gathers what `walk` pushes, in order, leaving out the empty. `most`: no walk pushes more than this many that are not. */
function collect(most: number, walk: (push: (from: number, to: number) => void) => void): IntervalSet {
  const from = new Float64Array(most);
  const to = new Float64Array(most);
  let count = 0;
  walk((start, end) => {
    if (!(start < end)) return;
    from[count] = start;
    to[count++] = end;
  });
  return { from: from.slice(0, count), to: to.slice(0, count) };
}
