import { type DailySumColumns, measuresOf, type OpenSumColumns, type SumSubject } from '../analysis/analysis.ts';
import { makeBytes, makeFloats, makeInts } from '../columns/growing-column.ts';

/** The two tables of one subject while they are being written. */
export interface SumRows {
  readonly measureCount: number;
  /** Columns with room for `more` rows after `count`; values there are zero. */
  reserve(more: number): WritableDays;
  /** Keeps the rows written up to `count`. */
  commit(count: number): void;
  pushOpen(sinceDay: number, a: number, b: number, measure: number, weight: number, offsetMs: number): void;
  daily(): DailySumColumns;
  open(): OpenSumColumns;
}

export interface WritableDays {
  readonly count: number;
  readonly day: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly values: readonly Float64Array[];
}

export function makeSumRows(subject: SumSubject): SumRows {
  const measureCount = measuresOf[subject].length;
  return { measureCount, ...makeDailyRows(measureCount), ...makeOpenRows() };
}

const firstCapacity = 16_384;

/** The largest of all tables: its columns grow together, and rows are written in place. */
function makeDailyRows(measureCount: number): Pick<SumRows, 'reserve' | 'commit' | 'daily'> {
  const ints = () => new Int32Array(0);
  let rows: WritableDays = {
    count: 0,
    day: ints(),
    a: ints(),
    b: ints(),
    values: Array.from({ length: measureCount }, () => new Float64Array(0)),
  };

  return {
    reserve(more) {
      const { count, day, a, b, values } = rows;
      if (count + more <= day.length) return rows;
      const capacity = Math.max(firstCapacity, count + more, day.length * 2);
      const enlarge = (column: Int32Array): Int32Array => fill(new Int32Array(capacity), column, count);
      rows = {
        count,
        day: enlarge(day),
        a: enlarge(a),
        b: enlarge(b),
        values: values.map((column) => fill(new Float64Array(capacity), column, count)),
      };
      return rows;
    },
    commit(count) {
      rows = { ...rows, count };
    },
    daily: () => ({
      count: rows.count,
      day: rows.day.subarray(0, rows.count),
      a: rows.a.subarray(0, rows.count),
      b: rows.b.subarray(0, rows.count),
      values: rows.values.map((column) => column.subarray(0, rows.count)),
    }),
  };
}

function fill<A extends Int32Array | Float64Array>(larger: A, column: A, count: number): A {
  larger.set(column.subarray(0, count));
  return larger;
}

function makeOpenRows(): Pick<SumRows, 'pushOpen' | 'open'> {
  const sinceDay = makeInts();
  const a = makeInts();
  const b = makeInts();
  const measure = makeBytes();
  const weight = makeFloats();
  const offsetMs = makeFloats();
  return {
    pushOpen(since, ofA, ofB, ofMeasure, ofWeight, ofOffsetMs) {
      sinceDay.push(since);
      a.push(ofA);
      b.push(ofB);
      measure.push(ofMeasure);
      weight.push(ofWeight);
      offsetMs.push(ofOffsetMs);
    },
    open: () => ({
      count: sinceDay.length,
      sinceDay: sinceDay.view(),
      a: a.view(),
      b: b.view(),
      measure: measure.view(),
      weight: weight.view(),
      offsetMs: offsetMs.view(),
    }),
  };
}
