import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeInUnits } from '../sums/day-cells.ts';
import { addExact, exactOf, InexactSumError, roundedMs, subtractExact } from './exact-ms.ts';

const daysOfIssues = 30 * 86_400_000;
const sumInUnits = fc.integer({ min: 0, max: daysOfIssues * wholeInUnits });

describe('a sum of milliseconds that shares were added up to', () => {
  it('is known exactly though it was rounded', () => {
    fc.assert(
      fc.property(sumInUnits, (units) => {
        const { ms, units: rest } = exactOf(units / wholeInUnits);
        expect(BigInt(ms) * BigInt(wholeInUnits) + BigInt(rest)).toBe(BigInt(units));
      }),
    );
  });

  it('is the same after something was added and taken away again', () => {
    fc.assert(
      fc.property(sumInUnits, sumInUnits, (a, b) => {
        const [sum, more] = [a / wholeInUnits, exactOf(b / wholeInUnits)];
        fc.pre(a + b < 2 ** 51);
        expect(roundedMs(addExact(exactOf(sum), more))).toBe((a + b) / wholeInUnits);
        expect(roundedMs(subtractExact(addExact(exactOf(sum), more), more))).toBe(sum);
      }),
    );
  });

  it('is whole milliseconds for any number of issues', () => {
    expect(exactOf(4_000 * 86_400_000)).toEqual({ ms: 4_000 * 86_400_000, units: 0 });
    expect(roundedMs({ ms: 4_000 * 86_400_000, units: 0 })).toBe(4_000 * 86_400_000);
  });

  it('is refused where it is no whole number of units, or too large to tell', () => {
    expect(() => exactOf(86_400_000 / 17)).toThrow(InexactSumError);
    expect(() => exactOf(2 ** 32 + 0.5)).toThrow(InexactSumError);
    expect(() => roundedMs({ ms: 2 ** 32, units: 1 })).toThrow(InexactSumError);
  });
});
