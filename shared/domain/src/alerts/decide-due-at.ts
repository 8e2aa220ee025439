import { dayMs, makeOffsetReader } from '../clock/organization-clock.ts';

const minuteMs = 60_000;

/** When somebody wants to hear of it, by the clock on their own wall; minutes from midnight. */
export interface HearingTimes {
  /** IANA name. */
  readonly timeZone: string;
  /** Null: at any time. It may reach over midnight. */
  readonly quietHours: { readonly fromMinute: number; readonly toMinute: number } | null;
  /** Once a day at this time, all together; null: at once. */
  readonly digestMinute: number | null;
}

/** The first instant, `at` or later, at which a message may reach its receiver. */
export function decideDueAt(at: number, { timeZone, quietHours, digestMinute }: HearingTimes): number {
  const offsetAt = makeOffsetReader(timeZone);
  const wanted = digestMinute === null ? at : nextAtMinute(at, digestMinute, offsetAt);
  if (quietHours === null || !isWithin(minuteOf(wanted, offsetAt), quietHours)) return wanted;
  return nextAtMinute(wanted, quietHours.toMinute, offsetAt);
}

function isWithin(minute: number, { fromMinute, toMinute }: { fromMinute: number; toMinute: number }): boolean {
  if (fromMinute <= toMinute) return minute >= fromMinute && minute < toMinute;
  return minute >= fromMinute || minute < toMinute;
}

function minuteOf(at: number, offsetAt: (at: number) => number): number {
  const wall = at + offsetAt(at);
  return Math.floor((wall - Math.floor(wall / dayMs) * dayMs) / minuteMs);
}

/** The first time after `at` that the clock on the wall shows this minute; one that a change of the clocks leaves out comes an hour before. */
function nextAtMinute(at: number, minute: number, offsetAt: (at: number) => number): number {
  const today = Math.floor((at + offsetAt(at)) / dayMs);
  const instants = [today, today + 1].map((day) => {
    const wall = day * dayMs + minute * minuteMs;
    return wall - offsetAt(wall - offsetAt(at));
  });
  return instants.find((instant) => instant > at) ?? at + dayMs;
}
