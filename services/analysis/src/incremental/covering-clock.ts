import { type Calendar, makeClockCovering, type OrganizationClock } from '@speedtax/domain';

interface Made {
  readonly calendar: string;
  readonly from: number;
  readonly to: number;
  readonly clock: OrganizationClock;
}

/** Days ahead that a clock is made for, so that it serves for a while. */
const aheadMs = 7 * 86_400_000;

/**
 * Makes clocks that cover two instants. Reading a time zone's offsets takes milliseconds for some years: the last clock is kept, and
 * handed out again where it will do. Which days it has beyond those asked for changes no duration.
 */
export function makeClocks(): (calendar: Calendar, from: number, to: number) => OrganizationClock {
  let last: Made | undefined;
  return (calendar, from, to) => {
    const name = JSON.stringify(calendar);
    if (last?.calendar !== name || from < last.from || to > last.to) {
      const clock = makeClockCovering(calendar.timeZone, from, to + aheadMs, calendar.working);
      last = { calendar: name, from, to: to + aheadMs, clock };
    }
    return last.clock;
  };
}
