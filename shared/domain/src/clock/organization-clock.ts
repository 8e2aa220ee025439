import { makeWorkedKnots, type WorkedKnots, type WorkingTime, workedAt } from './working-time.ts';

/** How an organization counts days and measures durations. */
export interface Calendar {
  /** IANA name. */
  readonly timeZone: string;
  /** Null: durations are calendar time, nights and weekends count. */
  readonly working: WorkingTime | null;
}

/**
 * The days of an organization's calendar, as instants. Day numbers count from 1970-01-01 in that calendar, so a day's
 * number does not depend on the time zone, but its midnight and its length do.
 */
export interface OrganizationClock {
  readonly timeZone: string;
  readonly fromDay: number;
  /** Exclusive. */
  readonly toDay: number;
  /** `midnights[k]` begins day `fromDay + k`; the last one ends the last day. */
  readonly midnights: Float64Array;
  /** What `elapsedAt` says of the midnights. */
  readonly elapsed: Float64Array;
  /** Null: durations are calendar time. */
  readonly knots: WorkedKnots | null;
}

export const dayMs = 86_400_000;
const longestOffsetMs = 16 * 3_600_000;
/** 400 years: a wrong date in a tracker must not make us cut a million days. */
const daysLimit = 146_097;

/** The days `fromDay` to `toDay` (exclusive) of a time zone (IANA name). Throws on a zone that does not exist. */
export function makeOrganizationClock(
  timeZone: string,
  fromDay: number,
  toDay: number,
  working: WorkingTime | null = null,
): OrganizationClock {
  if (!(fromDay < toDay)) throw new RangeError(`A clock must have days, not from ${fromDay} to ${toDay}`);
  if (toDay - fromDay > daysLimit) throw new RangeError(`A clock of ${toDay - fromDay} days, expected at most ${daysLimit}`);
  const offsetAt = makeOffsetReader(timeZone);
  const midnights = new Float64Array(toDay - fromDay + 1);
  let usualOffsetMs = offsetAt(fromDay * dayMs);
  for (let day = fromDay; day <= toDay; day++) {
    // Reading an offset is slow; on all but two days of a year midnight is where yesterday's offset puts it.
    const usual = day * dayMs - usualOffsetMs;
    const offsetMs = offsetAt(usual);
    midnights[day - fromDay] = offsetMs === usualOffsetMs ? usual : findMidnight(day, offsetAt);
    usualOffsetMs = offsetMs;
  }
  const knots = working === null ? null : makeWorkedKnots(working, fromDay, midnights, offsetAt);
  const elapsed = knots === null ? midnights : midnights.map((at) => workedAt(knots, at));
  return { timeZone, fromDay, toDay, midnights, elapsed, knots };
}

/** A clock with every day from that of one instant to that of another. */
export function makeClockCovering(timeZone: string, fromAt: number, toAt: number, working: WorkingTime | null = null): OrganizationClock {
  const offsetAt = makeOffsetReader(timeZone);
  const dayIn = (at: number): number => Math.floor((at + offsetAt(at)) / dayMs);
  return makeOrganizationClock(timeZone, dayIn(fromAt), dayIn(toAt) + 1, working);
}

/** The day an instant falls on. Instants outside the clock are an error: its maker must cover the facts. */
export function dayOf({ fromDay, midnights }: OrganizationClock, at: number): number {
  const last = midnights.length - 1;
  if (!(at >= midnights[0]! && at < midnights[last]!))
    throw new RangeError(`Instant ${at} lies outside the clock, expected from ${midnights[0]} to ${midnights[last]}`);
  let place = Math.min(last - 1, Math.floor((at - midnights[0]!) / dayMs));
  while (midnights[place]! > at) place--;
  while (midnights[place + 1]! <= at) place++;
  return fromDay + place;
}

/** The instant a day begins, within the clock or at its end. */
export function midnightOf({ fromDay, midnights }: OrganizationClock, day: number): number {
  const at = midnights[day - fromDay];
  if (at === undefined) throw new RangeError(`Day ${day} lies outside the clock, expected ${fromDay} to ${fromDay + midnights.length - 1}`);
  return at;
}

/** Durations are differences of this: the instant itself, or what had been worked by then, within the days of the clock. */
export function elapsedAt({ knots }: Pick<OrganizationClock, 'knots'>, at: number): number {
  return knots === null ? at : workedAt(knots, at);
}

/** What `elapsedAt` says of the instant a day begins. */
export function elapsedAtMidnight(clock: OrganizationClock, day: number): number {
  return elapsedAt(clock, midnightOf(clock, day));
}

/** `2026-03-29` → its day number. */
export function dayNumberOf(isoDay: string): number {
  const at = Date.parse(`${isoDay}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError(`Not a day: ${isoDay}, expected YYYY-MM-DD`);
  return at / dayMs;
}

export function isoDayOf(dayNumber: number): string {
  return new Date(dayNumber * dayMs).toISOString().slice(0, 10);
}

/** The first instant whose local date is `day` or later: some zones skip midnight, and one has skipped a day. */
function findMidnight(day: number, offsetAt: (at: number) => number): number {
  const localDay = (at: number): number => Math.floor((at + offsetAt(at)) / dayMs);
  const wall = day * dayMs;
  let before = wall - longestOffsetMs;
  let reached = wall + longestOffsetMs;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (localDay(middle) >= day) reached = middle;
    else before = middle;
  }
  return reached;
}

/** Milliseconds that local time is ahead of UTC at an instant. */
export function makeOffsetReader(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
    const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
}
