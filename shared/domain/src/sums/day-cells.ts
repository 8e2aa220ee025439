import type { DayLedger } from './day-ledger.ts';

/**
 * Shares are added in units of 1/720 720 (divisible by 1 to 16), so that those of up to 16 teams are whole numbers
 * and cancel exactly where an interval ends.
 */
export const wholeInUnits = 720_720;
/** What is left where shares that are no whole units cancel but for rounding. */
const residueMs = 1e-6;

/** Room to list the days of a subject in, by their order. */
export interface ListedDays {
  readonly place: Int32Array;
  /** Does nothing run on from it? */
  readonly isLast: Uint8Array;
  /** Has it anything? */
  readonly isFilled: Uint8Array;
  /** Of the measure that is a total. */
  readonly totalUnits: Float64Array;
}

export function makeListedDays(dayCount: number): ListedDays {
  const [isLast, isFilled] = [new Uint8Array(dayCount), new Uint8Array(dayCount)];
  return { place: new Int32Array(dayCount), isLast, isFilled, totalUnits: new Float64Array(dayCount) };
}

/** Writes the days that have anything as rows of the subject (`a`, `b`), and empties the ledger's cells. */
export function writeDays(ledger: DayLedger, a: number, b: number): void {
  const { clock, rows, listed, isUsed, total } = ledger;
  if (!isUsed.includes(1)) return;
  const count = listDays(ledger);
  const columns = rows.reserve(count);
  const first = columns.count;
  for (let measure = 0; measure < rows.measureCount; measure++) {
    const values = columns.values[measure]!;
    if (isUsed[measure] === 1) writeMeasure(ledger, measure, values, first, count);
    else values.fill(0, first, first + count);
    isUsed[measure] = 0;
  }
  if (total) for (let k = 0; k < count; k++) columns.values[total.measure]![first + k] = msOf(listed.totalUnits[k]!);

  let row = first;
  for (let k = 0; k < count; k++) {
    if (listed.isFilled[k] === 0) continue;
    if (row < first + k) for (const values of columns.values) values[row] = values[first + k]!;
    columns.day[row] = clock.fromDay + listed.place[k]!;
    columns.a[row] = a;
    columns.b[row++] = b;
  }
  rows.commit(row);
}

/** Lists the days on which something begins, ends or runs. @returns how many */
function listDays({ days, runChange, listed }: DayLedger): number {
  const dayCount = runChange.length;
  let count = 0;
  let runs = 0;
  for (let place = days.next(0); place < dayCount; place = runs > 0 ? place + 1 : days.next(place + 1)) {
    runs += runChange[place]!;
    runChange[place] = 0;
    listed.isLast[count] = runs === 0 ? 1 : 0;
    listed.isFilled[count] = listed.totalUnits[count] = 0;
    listed.place[count++] = place;
  }
  days.clear();
  return count;
}

function writeMeasure(
  { clock, cells, runChange, listed, total }: DayLedger,
  measure: number,
  values: Float64Array,
  first: number,
  count: number,
): void {
  const { place, isLast, isFilled, totalUnits } = listed;
  const { elapsed } = clock;
  const base = measure * runChange.length;
  const isPart = total?.parts.includes(measure) ?? false;
  let running = 0;
  for (let k = 0; k < count; k++) {
    const day = place[k]!;
    const cell = 2 * (base + day);
    running += cells[cell + 1]!;
    const units = cells[cell]! + running * (elapsed[day + 1]! - elapsed[day]!);
    cells[cell] = cells[cell + 1] = 0;
    if (isLast[k] === 1) running = 0;
    if (isPart) totalUnits[k]! += units;
    const ms = msOf(units);
    values[first + k] = ms;
    if (ms > 0) isFilled[k] = 1;
  }
}

function msOf(units: number): number {
  const ms = units / wholeInUnits;
  return ms > residueMs ? ms : 0;
}
