import { type DailySumColumns, measuresOf, type OpenSumColumns, type SumSubject } from '../analysis/analysis.ts';
import { makeBytes, makeFloats, makeInts } from '../columns/growing-column.ts';

/** The two tables of one subject while they are being written. */
export interface SumRows {
  readonly measureCount: number;
  pushDay(day: number, a: number, b: number, values: Float64Array): void;
  pushOpen(sinceDay: number, a: number, b: number, measure: number, weight: number, offsetMs: number): void;
  daily(): DailySumColumns;
  open(): OpenSumColumns;
}

export function makeSumRows(subject: SumSubject): SumRows {
  const measureCount = measuresOf[subject].length;
  return { measureCount, ...makeDailyRows(measureCount), ...makeOpenRows() };
}

/** The largest of all tables: its columns grow together, and a row is written in place. */
function makeDailyRows(measureCount: number): Pick<SumRows, 'pushDay' | 'daily'> {
  let capacity = 1024;
  let count = 0;
  let day = new Int32Array(capacity);
  let a = new Int32Array(capacity);
  let b = new Int32Array(capacity);
  const values = Array.from({ length: measureCount }, () => new Float64Array(capacity));

  const grow = (): void => {
    capacity *= 2;
    [day, a, b] = [enlarge(day), enlarge(a), enlarge(b)];
    for (let m = 0; m < measureCount; m++) {
      const larger = new Float64Array(capacity);
      larger.set(values[m]!);
      values[m] = larger;
    }
  };
  const enlarge = (column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
    const larger = new Int32Array(capacity);
    larger.set(column);
    return larger;
  };

  return {
    pushDay(ofDay, ofA, ofB, ofValues) {
      if (count === capacity) grow();
      day[count] = ofDay;
      a[count] = ofA;
      b[count] = ofB;
      for (let m = 0; m < measureCount; m++) values[m]![count] = ofValues[m]!;
      count++;
    },
    daily: () => ({
      count,
      day: day.subarray(0, count),
      a: a.subarray(0, count),
      b: b.subarray(0, count),
      values: values.map((column) => column.subarray(0, count)),
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
