import { dayOf, elapsedAt, type OrganizationClock } from '../clock/organization-clock.ts';
import { type DaySet, makeDaySet } from './day-set.ts';
import type { SumRows } from './sum-rows.ts';

/**
 * Shares are added in units of 1/720 720 (divisible by 1 to 16), so that those of up to 16 teams are whole numbers
 * and cancel exactly where an interval ends.
 */
const wholeInUnits = 720_720;
/** What is left where larger shares cancel but for rounding. */
const residueMs = 1e-6;

/**
 * Adds up intervals by subject, measure and day. An interval costs the same however many days it lasts: its first and last
 * day are added in part, and between them it runs.
 */
export interface DayLedger {
  /** `to` Infinity: the interval lasts to this day. `weight`: 1, or 1 / n of it. */
  add(subject: number, measure: number, from: number, to: number, weight: number): void;
  /** Writes all subjects as rows and begins anew. `keyOf` names the parts of a subject. */
  flush(keyOf: (subject: number) => readonly [a: number, b: number]): void;
}

interface SubjectDays {
  /** Those whose cells may hold anything but zeros. */
  readonly days: DaySet;
  /**
   * A row of cells per day. The first: by how many more intervals run through the whole of it than of the day before, a whole
   * number, so that "nothing runs" is certain. Then two per measure: what is added in part, and by how much more runs.
   */
  readonly cells: Float64Array;
  isUsed: boolean;
}

interface OpenSum {
  readonly subject: number;
  readonly measure: number;
  readonly sinceDay: number;
  units: number;
  offset: number;
}

export function makeDayLedger(clock: OrganizationClock, subjectCount: number, rows: SumRows): DayLedger {
  const { elapsed, fromDay } = clock;
  const { measureCount } = rows;
  const dayCount = elapsed.length - 1;
  const daysOf: (SubjectDays | undefined)[] = new Array(subjectCount);
  const used: number[] = [];
  const open = new Map<number, OpenSum>();
  const cellCount = 1 + 2 * measureCount;
  const running = new Float64Array(measureCount);

  const addEnded = (subject: number, measure: number, from: number, to: number, units: number): void => {
    const subjectDays = (daysOf[subject] ??= makeSubjectDays(dayCount, cellCount));
    const { days, cells } = subjectDays;
    if (!subjectDays.isUsed) {
      subjectDays.isUsed = true;
      used.push(subject);
    }
    const first = dayOf(clock, from) - fromDay;
    const last = dayOf(clock, to) - fromDay;
    const partial = first * cellCount + 1 + 2 * measure;
    const fromMs = elapsedAt(clock, from);
    const toMs = elapsedAt(clock, to);
    days.add(first);
    if (first === last) {
      cells[partial]! += (toMs - fromMs) * units;
      return;
    }
    cells[partial]! += (elapsed[first + 1]! - fromMs) * units;
    days.add(first + 1);
    days.add(last);
    cells[(first + 1) * cellCount]!++;
    cells[partial + cellCount + 1]! += units;
    cells[last * cellCount]!--;
    const end = last * cellCount + 1 + 2 * measure;
    cells[end]! += (toMs - elapsed[last]!) * units;
    cells[end + 1]! -= units;
  };

  const addOpen = (subject: number, measure: number, from: number, units: number): void => {
    const sinceDay = dayOf(clock, from);
    const key = (subject * measureCount + measure) * dayCount + sinceDay - fromDay;
    let sum = open.get(key);
    if (sum === undefined) open.set(key, (sum = { subject, measure, sinceDay, units: 0, offset: 0 }));
    sum.units += units;
    sum.offset += (elapsedAt(clock, from) - elapsed[sinceDay - fromDay]!) * units;
  };

  /** Visits the days on which something begins, ends or runs, and leaves the subject empty. */
  const flushDays = ({ days, cells }: SubjectDays, a: number, b: number): void => {
    const { count, values, ...columns } = rows.reserve(dayCount);
    let row = count;
    let runs = 0;
    running.fill(0);
    for (let place = days.next(0); place < dayCount; place = runs > 0 ? place + 1 : days.next(place + 1)) {
      const lengthMs = elapsed[place + 1]! - elapsed[place]!;
      const begin = place * cellCount;
      let isEmpty = true;
      for (let m = 0, cell = begin + 1; m < measureCount; m++, cell += 2) {
        running[m]! += cells[cell + 1]!;
        const units = cells[cell]! + running[m]! * lengthMs;
        const value = units > 0 ? units / wholeInUnits : 0;
        values[m]![row] = value > residueMs ? value : 0;
        if (value > residueMs) isEmpty = false;
      }
      runs += cells[begin]!;
      if (runs === 0) running.fill(0);
      cells.fill(0, begin, begin + cellCount);
      if (isEmpty) continue;
      columns.day[row] = fromDay + place;
      columns.a[row] = a;
      columns.b[row++] = b;
    }
    days.clear();
    rows.commit(row);
  };

  return {
    add(subject, measure, from, to, weight) {
      const units = unitsOf(weight);
      if (to === Infinity) addOpen(subject, measure, from, units);
      else addEnded(subject, measure, from, to, units);
    },
    flush(keyOf) {
      for (const subject of used.sort((x, y) => x - y)) {
        flushDays(daysOf[subject]!, ...keyOf(subject));
        daysOf[subject]!.isUsed = false;
      }
      used.length = 0;
      for (const { subject, measure, sinceDay, units, offset } of open.values())
        rows.pushOpen(sinceDay, ...keyOf(subject), measure, units / wholeInUnits, offset / wholeInUnits);
      open.clear();
    },
  };
}

function makeSubjectDays(dayCount: number, cellCount: number): SubjectDays {
  return { days: makeDaySet(dayCount), cells: new Float64Array(dayCount * cellCount), isUsed: false };
}

/** 1 / 3 is not a number a computer has, but 1 / 3 of the units is. */
function unitsOf(weight: number): number {
  if (weight === 1) return wholeInUnits;
  const units = weight * wholeInUnits;
  const whole = Math.round(units);
  return Math.abs(units - whole) < 1e-6 ? whole : units;
}
