import { makeDaySet } from './day-set.ts';
import type { SumRows } from './sum-rows.ts';

/**
 * Shares are added in units of 1/720 720 (divisible by 1 to 16), so that those of up to 16 teams are whole numbers
 * and cancel exactly where an interval ends.
 */
export const wholeInUnits = 720_720;
/** What is left where shares that are no whole units cancel but for rounding. */
const residueMs = 1e-6;

/**
 * What one subject has on each day. An interval costs the same however many days it lasts: its first and last day are added in
 * part, and between them it runs.
 */
export interface DayCells {
  /** Days by their place in the clock; instants as time elapsed. */
  add(measure: number, firstDay: number, fromMs: number, lastDay: number, toMs: number, units: number): void;
  /** Writes the days that have anything as rows of the subject (`a`, `b`), and empties them. */
  flush(rows: SumRows, fromDay: number, a: number, b: number): void;
}

/** A measure that is what others add up to, so that nothing is added twice. */
export interface TotalMeasure {
  readonly measure: number;
  readonly parts: readonly number[];
}

/** `elapsed[k]`: the time elapsed when day `k` begins; the last one ends the last day. */
export function makeDayCells(elapsed: Float64Array, measureCount: number, total?: TotalMeasure): DayCells {
  const dayCount = elapsed.length - 1;
  /** Those whose cells may hold anything but zeros. */
  const days = makeDaySet(dayCount);
  /** By how many more intervals run through the whole of a day than of the day before: whole, so that "nothing runs" is certain. */
  const runChange = new Int32Array(dayCount);
  /** Two per measure and day, in units: what is added in part, and by how much more runs than on the day before. */
  const cells = new Float64Array(2 * measureCount * dayCount);
  const isUsed = new Uint8Array(measureCount);
  // The days that a flush has listed: whether nothing runs on from them, whether they have anything, and the units of the total.
  const places = new Int32Array(dayCount);
  const isLast = new Uint8Array(dayCount);
  const isFilled = new Uint8Array(dayCount);
  const totalUnits = new Float64Array(dayCount);

  /** Lists the days on which something begins, ends or runs. @returns how many */
  const listDays = (): number => {
    let count = 0;
    let runs = 0;
    for (let place = days.next(0); place < dayCount; place = runs > 0 ? place + 1 : days.next(place + 1)) {
      runs += runChange[place]!;
      runChange[place] = 0;
      isLast[count] = runs === 0 ? 1 : 0;
      isFilled[count] = totalUnits[count] = 0;
      places[count++] = place;
    }
    days.clear();
    return count;
  };

  const writeMeasure = (measure: number, values: Float64Array, firstRow: number, count: number): void => {
    const isPart = total?.parts.includes(measure) ?? false;
    let running = 0;
    for (let k = 0; k < count; k++) {
      const place = places[k]!;
      const cell = 2 * (measure * dayCount + place);
      running += cells[cell + 1]!;
      const units = cells[cell]! + running * (elapsed[place + 1]! - elapsed[place]!);
      cells[cell] = cells[cell + 1] = 0;
      if (isLast[k] === 1) running = 0;
      if (isPart) totalUnits[k]! += units;
      values[firstRow + k] = inMs(units);
      if (values[firstRow + k]! > 0) isFilled[k] = 1;
    }
  };

  return {
    add(measure, firstDay, fromMs, lastDay, toMs, units) {
      isUsed[measure] = 1;
      days.add(firstDay);
      const begin = 2 * (measure * dayCount + firstDay);
      if (firstDay === lastDay) {
        cells[begin]! += (toMs - fromMs) * units;
        return;
      }
      const end = 2 * (measure * dayCount + lastDay);
      days.add(firstDay + 1);
      days.add(lastDay);
      runChange[firstDay + 1]!++;
      runChange[lastDay]!--;
      cells[begin]! += (elapsed[firstDay + 1]! - fromMs) * units;
      cells[begin + 3]! += units;
      cells[end]! += (toMs - elapsed[lastDay]!) * units;
      cells[end + 1]! -= units;
    },
    flush(rows, fromDay, a, b) {
      const count = listDays();
      if (count === 0) return;
      const columns = rows.reserve(count);
      const firstRow = columns.count;
      for (let measure = 0; measure < measureCount; measure++) {
        if (isUsed[measure] === 1) writeMeasure(measure, columns.values[measure]!, firstRow, count);
        else columns.values[measure]!.fill(0, firstRow, firstRow + count);
        isUsed[measure] = 0;
      }
      if (total) for (let k = 0; k < count; k++) columns.values[total.measure]![firstRow + k] = inMs(totalUnits[k]!);
      let row = firstRow;
      for (let k = 0; k < count; k++) {
        if (isFilled[k] === 0) continue;
        if (row < firstRow + k) for (const values of columns.values) values[row] = values[firstRow + k]!;
        columns.day[row] = fromDay + places[k]!;
        columns.a[row] = a;
        columns.b[row++] = b;
      }
      rows.commit(row);
    },
  };
}

function inMs(units: number): number {
  const ms = units / wholeInUnits;
  return ms > residueMs ? ms : 0;
}
