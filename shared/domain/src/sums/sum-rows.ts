import { type DailySumColumns, measuresOf, type OpenSumColumns, type SumSubject } from '../analysis/analysis.ts';
import { enlarge } from '../columns/enlarge.ts';
import { makeBytes, makeFloats, makeInts } from '../columns/growing-column.ts';

/** The two tables of one subject while they are being written. */
export interface SumRows {
  readonly measureCount: number;
  /** Columns with room for `more` rows after `count`, whatever stands there: valid until the next call. */
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

/** `intervals`: how many are to be added, from which a generous first size is guessed: room that stays empty costs nothing. */
export function makeSumRows(subject: SumSubject, intervals: number): SumRows {
  const measureCount = measuresOf[subject].length;
  return { measureCount, ...makeDailyRows(measureCount, Math.max(64, intervals * 4)), ...makeOpenRows() };
}

/** The largest of all tables: its columns grow together, and rows are written in place. */
function makeDailyRows(measureCount: number, firstCapacity: number): Pick<SumRows, 'reserve' | 'commit' | 'daily'> {
  const ints = () => new Int32Array(firstCapacity);
  const rows = {
    count: 0,
    day: ints(),
    a: ints(),
    b: ints(),
    values: Array.from({ length: measureCount }, () => new Float64Array(firstCapacity)),
  };

  return {
    reserve(more) {
      if (rows.count + more <= rows.day.length) return rows;
      const capacity = Math.max(rows.count + more, rows.day.length * 2);
      rows.day = enlarge(rows.day, capacity);
      rows.a = enlarge(rows.a, capacity);
      rows.b = enlarge(rows.b, capacity);
      rows.values = rows.values.map((column) => enlarge(column, capacity));
      return rows;
    },
    commit(count) {
      rows.count = count;
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
