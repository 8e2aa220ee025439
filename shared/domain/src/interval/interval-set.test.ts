import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeInterval } from './interval.ts';
import { clip, type IntervalSet, intersect, lengthMs, listIntervals, subtract, union, unionOf } from './interval-set.ts';

const instant = fc.integer({ min: 0, max: 30 });
const set = fc.array(fc.tuple(instant, fc.oneof(instant, fc.constant(Infinity))), { maxLength: 8 }).map((pairs) =>
  unionOf(
    pairs.map(([from]) => from),
    pairs.map(([, to]) => to),
  ),
);
const has = ({ from, to }: IntervalSet, t: number): boolean => from.some((start, k) => start <= t && t < to[k]!);
const instants = Array.from({ length: 33 }, (_, k) => k);
const membersOf = (s: IntervalSet): boolean[] => instants.map((t) => has(s, t));
const isCanonical = ({ from, to }: IntervalSet): boolean => from.every((start, k) => start < to[k]! && (k === 0 || to[k - 1]! < start));

describe('interval sets', () => {
  it('hold exactly the instants that the set algebra says, sorted and disjoint', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const both = [membersOf(a), membersOf(b)] as const;
        const expectSet = (result: IntervalSet, rule: (inA: boolean, inB: boolean) => boolean): void => {
          expect(membersOf(result)).toEqual(instants.map((_, k) => rule(both[0][k]!, both[1][k]!)));
          expect(isCanonical(result)).toBe(true);
        };
        expectSet(union(a, b), (inA, inB) => inA || inB);
        expectSet(intersect(a, b), (inA, inB) => inA && inB);
        expectSet(subtract(a, b), (inA, inB) => inA && !inB);
      }),
    );
  });

  it('lose nothing when cut in two', () => {
    fc.assert(
      fc.property(set, instant, (a, cut) => {
        const whole = clip(a, makeInterval(-1, 100));
        const before = clip(a, makeInterval(-1, cut));
        const after = clip(a, makeInterval(cut, 100));
        expect(lengthMs(before) + lengthMs(after)).toBe(lengthMs(whole));
        expect(union(before, after)).toEqual(whole);
      }),
    );
  });

  it('are as long as their intervals together', () => {
    expect(lengthMs(unionOf([0, 20, 5], [10, 23, 12]))).toBe(15);
    expect(lengthMs(unionOf([], []))).toBe(0);
  });

  it('join what touches', () => {
    expect(listIntervals(unionOf([3, 1, 9], [5, 3, 9]))).toEqual([{ from: 1, to: 5 }]);
  });

  it('refuse an interval that is empty or runs backward', () => {
    expect(() => makeInterval(2, 2)).toThrow('not from 2 to 2');
    expect(() => makeInterval(2, 1)).toThrow(RangeError);
  });
});
