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
  const day = makeInts();
  const a = makeInts();
  const b = makeInts();
  const values = measuresOf[subject].map(() => makeFloats());
  const sinceDay = makeInts();
  const openA = makeInts();
  const openB = makeInts();
  const measure = makeBytes();
  const weight = makeFloats();
  const offsetMs = makeFloats();
  return {
    measureCount,
    pushDay(ofDay, ofA, ofB, ofValues) {
      day.push(ofDay);
      a.push(ofA);
      b.push(ofB);
      for (let m = 0; m < measureCount; m++) values[m]!.push(ofValues[m]!);
    },
    pushOpen(since, ofA, ofB, ofMeasure, ofWeight, ofOffsetMs) {
      sinceDay.push(since);
      openA.push(ofA);
      openB.push(ofB);
      measure.push(ofMeasure);
      weight.push(ofWeight);
      offsetMs.push(ofOffsetMs);
    },
    daily: () => ({ count: day.length, day: day.view(), a: a.view(), b: b.view(), values: values.map((column) => column.view()) }),
    open: () => ({
      count: sinceDay.length,
      sinceDay: sinceDay.view(),
      a: openA.view(),
      b: openB.view(),
      measure: measure.view(),
      weight: weight.view(),
      offsetMs: offsetMs.view(),
    }),
  };
}
