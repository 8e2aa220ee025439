import { dayOf, elapsedAt, type OrganizationClock } from '../clock/organization-clock.ts';
import { makeDayCells, type TotalMeasure, wholeInUnits } from './day-cells.ts';
import { makeOpenCells } from './open-cells.ts';
import type { SumRows } from './sum-rows.ts';

/** Adds up the intervals of one subject after another, by measure and day: the memory of one subject does for all. */
export interface DayLedger {
  /** `to` Infinity: the interval lasts to this day. `weight`: 1, or 1 / n of it. */
  add(measure: number, from: number, to: number, weight: number): void;
  /** Writes what was added since the last time as the rows of the subject (`a`, `b`), and begins anew. */
  flush(a: number, b: number): void;
}

export function makeDayLedger(clock: OrganizationClock, rows: SumRows, total?: TotalMeasure): DayLedger {
  const { elapsed, fromDay } = clock;
  const ended = makeDayCells(elapsed, rows.measureCount, total);
  const open = makeOpenCells();
  return {
    add(measure, from, to, weight) {
      const units = unitsOf(weight);
      const first = dayOf(clock, from) - fromDay;
      const fromMs = elapsedAt(clock, from);
      if (to < Infinity) {
        ended.add(measure, first, fromMs, dayOf(clock, to) - fromDay, elapsedAt(clock, to), units);
        return;
      }
      open.add(measure, first, units, (fromMs - elapsed[first]!) * units);
      if (total?.parts.includes(measure)) open.add(total.measure, first, units, (fromMs - elapsed[first]!) * units);
    },
    flush(a, b) {
      ended.flush(rows, fromDay, a, b);
      open.flush((measure, place, units, offset) =>
        rows.pushOpen(fromDay + place, a, b, measure, units / wholeInUnits, offset / wholeInUnits),
      );
    },
  };
}

/** 1 / 3 is not a number a computer has, but 1 / 3 of the units is. */
function unitsOf(weight: number): number {
  if (weight === 1) return wholeInUnits;
  const units = weight * wholeInUnits;
  const whole = Math.round(units);
  return Math.abs(units - whole) < 1e-6 ? whole : units;
}
