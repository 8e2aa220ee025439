import type { InitiativeTimeline } from '@speedtax/contract';
import { dayMs } from '../../words/duration.ts';

/** A calendar week from Monday, or the part of it that is known. Days are counted in clock time and never overlap. */
export interface ClockWeekSum {
  from: string;
  fromMs: number;
  toMs: number;
  /** In play and nobody waiting. */
  workingDays: number;
  /** Somebody waiting, not everybody. */
  waitingDays: number;
  stalledDays: number;
}

export function groupWeeks(days: InitiativeTimeline['days']): ClockWeekSum[] {
  const weeks = new Map<number, ClockWeekSum>();
  for (const day of days) {
    const fromMs = Date.parse(day.day);
    const monday = mondayOf(fromMs);
    const week = weeks.get(monday) ?? { from: day.day, fromMs, toMs: fromMs, workingDays: 0, waitingDays: 0, stalledDays: 0 };
    // The clock runs at most a day a day, and an issue in play for less was in play for that long.
    const inPlayClockMs = Math.min(dayMs, day.inPlayMs);
    week.toMs = fromMs + dayMs;
    week.workingDays += Math.max(0, inPlayClockMs - day.clockWaitingMs) / dayMs;
    week.waitingDays += Math.max(0, day.clockWaitingMs - day.stalledMs) / dayMs;
    week.stalledDays += day.stalledMs / dayMs;
    weeks.set(monday, week);
  }
  return [...weeks.values()];
}

/** Days are calendar days, so their names are read as if in UTC. */
function mondayOf(dayStartMs: number): number {
  const sinceMonday = (new Date(dayStartMs).getUTCDay() + 6) % 7;
  return dayStartMs - sinceMonday * dayMs;
}
