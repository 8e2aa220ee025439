import { dayOf, type OrganizationClock } from '../clock/organization-clock.ts';
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
  readonly partial: Float64Array;
  readonly running: Float64Array;
  firstPlace: number;
  lastPlace: number;
}

interface OpenSum {
  readonly subject: number;
  readonly measure: number;
  readonly sinceDay: number;
  units: number;
  offset: number;
}

export function makeDayLedger(clock: OrganizationClock, subjectCount: number, rows: SumRows): DayLedger {
  const { midnights, fromDay } = clock;
  const { measureCount } = rows;
  const dayCount = midnights.length - 1;
  const daysOf: (SubjectDays | undefined)[] = new Array(subjectCount);
  const used: number[] = [];
  const open = new Map<number, OpenSum>();

  const addEnded = (subject: number, measure: number, from: number, to: number, units: number): void => {
    let days = daysOf[subject];
    if (days === undefined) days = daysOf[subject] = makeSubjectDays(dayCount * measureCount);
    const first = dayOf(clock, from) - fromDay;
    const last = dayOf(clock, to) - fromDay;
    if (days.lastPlace < 0) used.push(subject);
    if (first < days.firstPlace) days.firstPlace = first;
    if (last > days.lastPlace) days.lastPlace = last;
    if (first === last) {
      days.partial[first * measureCount + measure]! += (to - from) * units;
      return;
    }
    days.partial[first * measureCount + measure]! += (midnights[first + 1]! - from) * units;
    days.running[(first + 1) * measureCount + measure]! += units;
    days.running[last * measureCount + measure]! -= units;
    days.partial[last * measureCount + measure]! += (to - midnights[last]!) * units;
  };

  const addOpen = (subject: number, measure: number, from: number, units: number): void => {
    const sinceDay = dayOf(clock, from);
    const key = (subject * measureCount + measure) * dayCount + sinceDay - fromDay;
    let sum = open.get(key);
    if (sum === undefined) open.set(key, (sum = { subject, measure, sinceDay, units: 0, offset: 0 }));
    sum.units += units;
    sum.offset += (from - midnights[sinceDay - fromDay]!) * units;
  };

  const flushDays = (days: SubjectDays, a: number, b: number): void => {
    const running = new Float64Array(measureCount);
    const values = new Float64Array(measureCount);
    for (let place = days.firstPlace; place <= days.lastPlace; place++) {
      const lengthMs = midnights[place + 1]! - midnights[place]!;
      let isEmpty = true;
      for (let m = 0; m < measureCount; m++) {
        running[m]! += days.running[place * measureCount + m]!;
        const value = (days.partial[place * measureCount + m]! + running[m]! * lengthMs) / wholeInUnits;
        values[m] = value > residueMs ? value : 0;
        if (values[m] !== 0) isEmpty = false;
      }
      if (!isEmpty) rows.pushDay(fromDay + place, a, b, values);
    }
    days.partial.fill(0, days.firstPlace * measureCount, (days.lastPlace + 1) * measureCount);
    days.running.fill(0, days.firstPlace * measureCount, (days.lastPlace + 1) * measureCount);
    days.firstPlace = dayCount;
    days.lastPlace = -1;
  };

  return {
    add(subject, measure, from, to, weight) {
      const units = unitsOf(weight);
      if (to === Infinity) addOpen(subject, measure, from, units);
      else addEnded(subject, measure, from, to, units);
    },
    flush(keyOf) {
      for (const subject of used.sort((x, y) => x - y)) flushDays(daysOf[subject]!, ...keyOf(subject));
      used.length = 0;
      for (const { subject, measure, sinceDay, units, offset } of open.values())
        rows.pushOpen(sinceDay, ...keyOf(subject), measure, units / wholeInUnits, offset / wholeInUnits);
      open.clear();
    },
  };

  function makeSubjectDays(size: number): SubjectDays {
    return { partial: new Float64Array(size), running: new Float64Array(size), firstPlace: dayCount, lastPlace: -1 };
  }
}

/** 1 / 3 is not a number a computer has, but 1 / 3 of the units is. */
function unitsOf(weight: number): number {
  const units = weight * wholeInUnits;
  const whole = Math.round(units);
  return Math.abs(units - whole) < 1e-6 ? whole : units;
}
