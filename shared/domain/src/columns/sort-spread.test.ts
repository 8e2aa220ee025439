import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortSpread } from './sort-spread.ts';

const instants = fc.oneof(
  fc.array(fc.integer({ min: -1e9, max: 1e15 }), { maxLength: 300 }),
  // Most of them close together, a few far away.
  fc
    .tuple(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 60, maxLength: 200 }), fc.constant([1e15]))
    .map(([near, far]) => [...far, ...near]),
);

describe('numbers sorted by where they lie between the least and the greatest', () => {
  it('are in order, each as often as before', () => {
    fc.assert(
      fc.property(instants, (values) => {
        const sorted = Float64Array.from(values);
        sortSpread(sorted);
        expect([...sorted]).toEqual(values.toSorted((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });
});
