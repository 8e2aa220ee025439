import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstRows } from './first-rows.ts';
import { giveBack } from './give-back.ts';
import { groupRows, regroupRows } from './group-rows.ts';
import { makeBytes, makeFloats, makeInts } from './growing-column.ts';
import { bytes, floats, ints, makeRows } from './growing-rows.ts';
import { partitionRows } from './partition.ts';
import { orderRows, sortRows, sortStretch, sortStretchBy } from './sort-rows.ts';

const groupCount = 4;
/** −1: in no group. */
const groups = fc.array(fc.integer({ min: -1, max: groupCount - 1 }), { maxLength: 30 });
const listed = (of: readonly number[]) =>
  Array.from({ length: groupCount }, (_, group) => of.flatMap((each, row) => (each === group ? [row] : [])));
const toLists = ({ offset, rows }: { offset: Int32Array; rows: Int32Array }) =>
  Array.from({ length: offset.length - 1 }, (_, group) => [...rows.subarray(offset[group], offset[group + 1])]);

describe('rows grouped', () => {
  it('are those of each group in the order in which they came, without those of none', () => {
    fc.assert(
      fc.property(groups, (of) => {
        const grouped = groupRows(Int32Array.from(of), groupCount);
        expect(toLists(grouped)).toEqual(listed(of));
        expect(grouped.rows).toHaveLength(of.filter((group) => group >= 0).length);
      }),
    );
  });

  it('and then by another column are sorted by both', () => {
    fc.assert(
      fc.property(groups, groups, (first, second) => {
        const of = second.slice(0, first.length);
        const inner = groupRows(Int32Array.from(first.slice(0, of.length)), groupCount);
        const ordered = listed(first.slice(0, of.length)).flat();
        const expected = Array.from({ length: groupCount }, (_, group) => ordered.filter((row) => of[row] === group));
        expect(toLists(regroupRows(inner.rows, Int32Array.from(of), groupCount))).toEqual(expected);
      }),
    );
  });

  it('take their values along', () => {
    fc.assert(
      fc.property(groups, (of) => {
        const values = of.map((_, row) => row * 10);
        const { offset, columns } = partitionRows(Int32Array.from(of), groupCount, {
          at: Float64Array.from(values, (value) => value + 0.5),
          count: Int32Array.from(values),
        });
        const ordered = listed(of).flat();
        expect([...offset]).toEqual([...groupRows(Int32Array.from(of), groupCount).offset]);
        expect([...columns.count]).toEqual(ordered.map((row) => row * 10));
        expect([...columns.at]).toEqual(ordered.map((row) => row * 10 + 0.5));
      }),
    );
  });

  it('that come by group begin where the group before ends', () => {
    expect([...firstRows(Int32Array.of(0, 0, 2, 2, 2), 4)]).toEqual([0, 2, 2, 5, 5]);
    expect([...firstRows(Int32Array.of(), 2)]).toEqual([0, 0, 0]);
  });
});

describe('rows sorted', () => {
  /** Few and many, as those are sorted in other ways. */
  const keys = fc.oneof(
    fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 41 }),
    fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 39, maxLength: 90, size: 'max' }),
  );
  const byKey = (key: readonly number[]) => (a: number, b: number) => key[a]! - key[b]! || a - b;

  it('are in the order of their keys, ties by number, however they lay before', () => {
    fc.assert(
      fc.property(
        keys.chain((key) => fc.tuple(fc.constant(key), fc.shuffledSubarray([...key.keys()]))),
        ([key, some]) => {
          const rows = Int32Array.from(some);
          sortRows(rows, rows.length, Float64Array.from(key));
          expect([...rows]).toEqual(some.toSorted(byKey(key)));
          expect([...orderRows(Float64Array.from(key))]).toEqual([...key.keys()].sort(byKey(key)));
        },
      ),
    );
  });

  it('leave what lies before and behind where it is', () => {
    fc.assert(
      fc.property(keys, fc.nat(), fc.nat(), (key, a, b) => {
        const all = [...key.keys()].reverse();
        const [begin, end] = [a % (key.length + 1), b % (key.length + 1)].sort((x, y) => x - y) as [number, number];
        const expected = [...all.slice(0, begin), ...all.slice(begin, end).sort(byKey(key)), ...all.slice(end)];
        const rows = Int32Array.from(all);
        sortStretch(rows, begin, end, Float64Array.from(key));
        expect([...rows]).toEqual(expected);
        const compared = Int32Array.from(all);
        sortStretchBy(compared, begin, end, byKey(key));
        expect([...compared]).toEqual(expected);
      }),
    );
  });

  it('keep their order where they are alike', () => {
    for (const count of [5, 60]) {
      const rows = Int32Array.from({ length: count }, (_, place) => count - place);
      const before = [...rows];
      sortStretchBy(rows, 0, count, () => 0);
      expect([...rows]).toEqual(before);
    }
  });
});

describe('columns that grow', () => {
  it('hold all that was pushed, and no more', () => {
    for (const column of [makeFloats(1), makeInts(2), makeBytes(3)]) {
      const values = Array.from({ length: 20 }, (_, k) => k * 2);
      for (const value of values) column.push(value);
      expect([...column.view()]).toEqual(values);
      expect(column.length).toBe(20);
    }
    expect([...makeInts().view()]).toEqual([]);
  });

  it('of one table grow together', () => {
    const rows = makeRows({ at: floats(1), of: ints(1), flags: bytes(1) });
    for (let k = 0; k < 9; k++) {
      const place = rows.next();
      expect(place).toBe(k);
      rows.columns.at[place] = k + 0.5;
      rows.columns.of[place] = k;
      rows.columns.flags[place] = k % 2;
    }
    const { at, of, flags } = rows.views();
    expect(rows.count).toBe(9);
    expect([...at]).toEqual([0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5]);
    expect([...of]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...flags]).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0]);
  });

  it('have room for at least one row', () => {
    expect([ints(0), floats(0), bytes(0), ints(5)].map((column) => column.length)).toEqual([1, 1, 1, 5]);
  });
});

describe('columns that nobody reads any more', () => {
  it('are empty once their memory is given back, those that share it too, and others stay', () => {
    const whole = Float64Array.of(1, 2, 3);
    const kept = Int32Array.of(4, 5);
    const part = whole.subarray(1);
    giveBack([whole]);
    giveBack([whole, part]);
    expect([whole.length, part.length, [...kept]]).toEqual([0, 0, [4, 5]]);
  });
});
