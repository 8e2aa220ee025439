import { type Calendar, dayNumberOf, isoDayOf, midnightOf, type OrganizationClock, type WorkedKnots } from '@speedtax/domain';
import { badRequest } from '../http/http-problem.ts';
import { coverDays, dayAt } from './organization-clocks.ts';

/** Ten years: longer windows are mistakes. */
export const maxWindowDays = 3_660;
const defaultWindowDays = 90;

/** A window of days as asked for, with the instants it stands for. */
export interface FigureWindow {
  /** 'YYYY-MM-DD'. */
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
  readonly fromDay: number;
  readonly toDay: number;
  readonly clock: OrganizationClock;
  /** The window as instants, cut at the data cut-off; empty where it lies after it. */
  readonly instants: { readonly from: Date; readonly to: Date; readonly knots: WorkedKnots | null };
}

interface Asked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * The days asked for; by default the last 90 with data (or as many as `days`), the day of the data cut-off included.
 * @throws HttpProblem 400 naming the bad end
 */
export function resolveWindow(asked: Asked, calendar: Calendar, dataCutOffAt: Date, days = defaultWindowDays): FigureWindow {
  const toDay = asked.to === undefined ? dayAt(calendar, dataCutOffAt) + 1 : dayNumberOf(asked.to);
  const fromDay = asked.from === undefined ? toDay - days : dayNumberOf(asked.from);
  if (fromDay >= toDay) {
    const path = asked.to === undefined ? 'from' : 'to';
    throw badRequest([
      { path, message: `The window must have days: from ${isoDayOf(fromDay)} to ${isoDayOf(toDay)} (exclusive) has none` },
    ]);
  }
  if (toDay - fromDay > maxWindowDays) {
    throw badRequest([{ path: 'from', message: `A window has at most ${maxWindowDays} days, this one has ${toDay - fromDay}` }]);
  }
  return makeWindow(fromDay, toDay, calendar, dataCutOffAt);
}

export function makeWindow(fromDay: number, toDay: number, calendar: Calendar, dataCutOffAt: Date): FigureWindow {
  const clock = coverDays(calendar, fromDay, Math.max(toDay, dayAt(calendar, dataCutOffAt) + 1));
  const from = midnightOf(clock, fromDay);
  const to = Math.max(from, Math.min(midnightOf(clock, toDay), dataCutOffAt.getTime()));
  return {
    from: isoDayOf(fromDay),
    to: isoDayOf(toDay),
    fromDay,
    toDay,
    clock,
    instants: { from: new Date(from), to: new Date(to), knots: clock.knots },
  };
}

/** Before this day no tracker has an issue. */
const firstDay = dayNumberOf('2000-01-01');

/** Everything up to the data cut-off, for what is asked without a window. */
export function wholeLife(calendar: Calendar, dataCutOffAt: Date): FigureWindow['instants'] {
  if (calendar.working === null) return { from: new Date(0), to: dataCutOffAt, knots: null };
  return makeWindow(firstDay, dayAt(calendar, dataCutOffAt) + 1, calendar, dataCutOffAt).instants;
}
