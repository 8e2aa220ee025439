import { type RawBuilder, sql } from 'kysely';

export interface DayRange {
  /** 'YYYY-MM-DD'; null: from the beginning. */
  readonly fromDay: string | null;
  /** Exclusive; null: to the end. */
  readonly toDay: string | null;
}

/** Rows whose month lies within the range. */
export function isWholeMonth({ fromDay, toDay }: DayRange): RawBuilder<boolean> {
  const from = fromDay === null ? null : fromDay.endsWith('-01') ? fromDay : monthAfter(fromDay);
  return sql`(true ${from === null ? sql`` : sql`and month >= ${from}::date`} ${toDay === null ? sql`` : sql`and month < ${monthOf(toDay)}::date`})`;
}

/** The months of which only a part lies in the range. */
export function listCutMonths({ fromDay, toDay }: DayRange): string[] {
  const ends = [fromDay, toDay].filter((day) => day !== null && !day.endsWith('-01')) as string[];
  return [...new Set(ends.map(monthOf))];
}

/** Rows whose month has a day in the range. */
export function isMonthTouched({ fromDay, toDay }: DayRange): RawBuilder<boolean> {
  return sql`(true ${fromDay === null ? sql`` : sql`and month >= ${monthOf(fromDay)}::date`} ${toDay === null ? sql`` : sql`and month < ${toDay}::date`})`;
}

/** A day's number within its month, as `days` holds it, lies in the range. */
export function isDayIn({ fromDay, toDay }: DayRange, day: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(true ${fromDay === null ? sql`` : sql`and month + ${day} >= ${fromDay}::date`} ${toDay === null ? sql`` : sql`and month + ${day} < ${toDay}::date`})`;
}

function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function monthAfter(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
