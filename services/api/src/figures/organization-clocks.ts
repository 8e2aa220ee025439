import { type Calendar, dayOf, makeClockCovering, makeOrganizationClock, type OrganizationClock } from '@speedtax/domain';

/** Midnights cost a look-up in the time zone each, so a calendar's are kept, and more are made than were asked for. */
const spareDays = 400;
const maxCalendars = 100;
const clocks = new Map<string, OrganizationClock>();

/** A clock with these days, `toDay` exclusive. */
export function coverDays(calendar: Calendar, fromDay: number, toDay: number): OrganizationClock {
  const key = keyOf(calendar);
  const known = clocks.get(key);
  if (known && known.fromDay <= fromDay && known.toDay >= toDay) return known;
  const first = Math.min(fromDay - spareDays, known?.fromDay ?? fromDay);
  const last = Math.max(toDay + spareDays, known?.toDay ?? toDay);
  const clock = makeOrganizationClock(calendar.timeZone, first, last, calendar.working);
  if (clocks.size >= maxCalendars) clocks.clear();
  clocks.set(key, clock);
  return clock;
}

/** The day an instant falls on. */
export function dayAt(calendar: Calendar, at: Date): number {
  const instant = at.getTime();
  const known = clocks.get(keyOf(calendar));
  const covers = known && instant >= (known.midnights[0] ?? Infinity) && instant < (known.midnights.at(-1) ?? -Infinity);
  return dayOf(covers ? known : makeClockCovering(calendar.timeZone, instant, instant), instant);
}

function keyOf({ timeZone, working }: Calendar): string {
  return working === null ? timeZone : JSON.stringify([timeZone, working.weekdays, working.fromMinute, working.toMinute]);
}
