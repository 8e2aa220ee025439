import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveYearPacks } from './year-packs.ts';

const key = fc.integer({ min: -1, max: 3_000_000 });
const row = fc.record({ at: fc.date({ min: new Date('1969-12-30'), max: new Date('2030-01-02'), noInvalidDate: true }), a: key, b: key });

describe('rows packed by year', () => {
  it('are in the pack of their keys and their year, and in the order they had', () => {
    fc.assert(
      fc.property(fc.array(row), fc.boolean(), (rows, isSmall) => {
        const of = (name: 'a' | 'b') => Int32Array.from(rows, (each) => (isSmall ? each[name] % 3 : each[name]));
        const [a, b] = [of('a'), of('b')];
        const packs = deriveYearPacks(
          Float64Array.from(rows, ({ at }) => at.getTime()),
          [a, b],
          Int32Array.from(rows.keys()),
        );
        const nameOf = (k: number) => [a[k], b[k], rows[k]?.at.getUTCFullYear()].join(' ');
        const packed = Array.from({ length: packs.count }, (_, pack) => [
          ...packs.order.subarray(packs.begin[pack], packs.begin[pack + 1]),
        ]);
        const expected = [...Map.groupBy(rows.keys(), nameOf).values()].toSorted(
          ([x = 0], [y = 0]) => (a[x] ?? 0) - (a[y] ?? 0) || (b[x] ?? 0) - (b[y] ?? 0) || +(rows[x]?.at ?? 0) - +(rows[y]?.at ?? 0),
        );
        expect(packed).toEqual(expected);
        expect([...packs.year]).toEqual(expected.map(([first = 0]) => rows[first]?.at.getUTCFullYear()));
      }),
    );
  });
});
