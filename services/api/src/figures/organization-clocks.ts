import { dayOf, makeClockCovering, makeOrganizationClock, type OrganizationClock } from '@speedtax/domain';

/** Midnights cost a calendar look-up each, so a zone's are kept, and more are made than were asked for. */
const spareDays = 400;
const maxZones = 100;
const clocks = new Map<string, OrganizationClock>();

/** A clock with these days, `toDay` exclusive. */
export function coverDays(timeZone: string, fromDay: number, toDay: number): OrganizationClock {
  const known = clocks.get(timeZone);
  if (known && known.fromDay <= fromDay && known.toDay >= toDay) return known;
  const first = Math.min(fromDay - spareDays, known?.fromDay ?? fromDay);
  const last = Math.max(toDay + spareDays, known?.toDay ?? toDay);
  const clock = makeOrganizationClock(timeZone, first, last);
  if (clocks.size >= maxZones) clocks.clear();
  clocks.set(timeZone, clock);
  return clock;
}

/** The day an instant falls on. */
export function dayAt(timeZone: string, at: Date): number {
  const instant = at.getTime();
  const known = clocks.get(timeZone);
  const covers = known && instant >= (known.midnights[0] ?? Infinity) && instant < (known.midnights.at(-1) ?? -Infinity);
  return dayOf(covers ? known : makeClockCovering(timeZone, instant, instant), instant);
}
