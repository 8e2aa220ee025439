import { dayOf, elapsedAt, type OrganizationClock } from '../clock/organization-clock.ts';
import { type ListedDays, makeListedDays, wholeInUnits, writeDays } from './day-cells.ts';
import { type DaySet, makeDaySet } from './day-set.ts';
import { makeOpenCells, type OpenCells } from './open-cells.ts';
import type { SumRows } from './sum-rows.ts';

/**
 * Adds up the intervals of one subject after another, by measure and day: the memory of one subject does for all. An interval
 * costs the same however many days it lasts: its first and last day are added in part, and between them it runs.
 */
export interface DayLedger {
  readonly clock: OrganizationClock;
  readonly rows: SumRows;
  readonly total: TotalMeasure | undefined;
  /** Days, by their place in the clock, whose cells may hold anything but zeros. */
  readonly days: DaySet;
  /** By how many more intervals run through the whole of a day than of the day before: whole, so that "nothing runs" is certain. */
  readonly runChange: Int32Array;
  /** Two per measure and day, in units: what is added in part, and by how much more runs than on the day before. */
  readonly cells: Float64Array;
  /** By measure: has anything been added? */
  readonly isUsed: Uint8Array;
  readonly open: OpenCells;
  readonly listed: ListedDays;
}

/** A measure that is what others add up to, so that nothing is added twice. */
export interface TotalMeasure {
  readonly measure: number;
  readonly parts: readonly number[];
}

export function makeDayLedger(clock: OrganizationClock, rows: SumRows, total?: TotalMeasure): DayLedger {
  const dayCount = clock.elapsed.length - 1;
  return {
    clock,
    rows,
    total,
    days: makeDaySet(dayCount),
    runChange: new Int32Array(dayCount),
    cells: new Float64Array(2 * rows.measureCount * dayCount),
    isUsed: new Uint8Array(rows.measureCount),
    open: makeOpenCells(),
    listed: makeListedDays(dayCount),
  };
}

/** `to` Infinity: the interval lasts to this day. `weight`: 1, or 1 / n of it. */
export function addInterval(ledger: DayLedger, measure: number, from: number, to: number, weight: number): void {
  if (to === Infinity) {
    addLasting(ledger, measure, from, weight);
    return;
  }
  const { clock, cells, days, runChange } = ledger;
  const units = unitsOf(weight);
  const first = dayOf(clock, from) - clock.fromDay;
  const last = dayOf(clock, to) - clock.fromDay;
  const begin = 2 * (measure * runChange.length + first);
  ledger.isUsed[measure] = 1;
  days.add(first);
  if (first === last) {
    cells[begin]! += (elapsedAt(clock, to) - elapsedAt(clock, from)) * units;
    return;
  }
  const end = begin + 2 * (last - first);
  days.add(first + 1);
  days.add(last);
  runChange[first + 1]!++;
  runChange[last]!--;
  cells[begin]! += (clock.elapsed[first + 1]! - elapsedAt(clock, from)) * units;
  cells[begin + 3]! += units;
  cells[end]! += (elapsedAt(clock, to) - clock.elapsed[last]!) * units;
  cells[end + 1]! -= units;
}

/** Writes what was added since the last time as the rows of the subject (`a`, `b`), and begins anew. */
export function flushSubject(ledger: DayLedger, a: number, b: number): void {
  const { clock, rows, open } = ledger;
  writeDays(ledger, a, b);
  open.flush((measure, place, units, offset) =>
    rows.pushOpen(clock.fromDay + place, a, b, measure, units / wholeInUnits, offset / wholeInUnits),
  );
}

function addLasting({ clock, total, open }: DayLedger, measure: number, from: number, weight: number): void {
  const units = unitsOf(weight);
  const since = dayOf(clock, from) - clock.fromDay;
  const offset = (elapsedAt(clock, from) - clock.elapsed[since]!) * units;
  open.add(measure, since, units, offset);
  if (total?.parts.includes(measure)) open.add(total.measure, since, units, offset);
}

/** 1 / 3 is not a number a computer has, but 1 / 3 of the units is. */
function unitsOf(weight: number): number {
  if (weight === 1) return wholeInUnits;
  const units = weight * wholeInUnits;
  const whole = Math.round(units);
  return Math.abs(units - whole) < 1e-6 ? whole : units;
}
