import type { Random } from './random.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
export const HISTORY_DAYS = 548;
/** How long before today the re-organisation was, and the one pair was taken apart. */
export const REORG_DAYS_AGO = 300;
export const DECOUPLED_DAYS_AGO = 120;

const DAY_STARTS_AT_HOUR = 8;
const DAY_ENDS_AT_HOUR = 18;

/** The instant moved forward, never back, to when somebody of that place works. */
export function toWorkingHours(instant: number, offsetHours: number, random: Random): number {
  let local = instant + offsetHours * HOUR_MS;
  const hour = (local % DAY_MS) / HOUR_MS;
  if (hour >= DAY_ENDS_AT_HOUR) local = startOfDay(local) + DAY_MS + morning(random);
  else if (hour < DAY_STARTS_AT_HOUR) local = startOfDay(local) + morning(random);
  const weekday = new Date(local).getUTCDay();
  if (weekday === 6) local += 2 * DAY_MS;
  if (weekday === 0) local += DAY_MS;
  return Math.round(local - offsetHours * HOUR_MS);
}

export function startOfDay(instant: number): number {
  return instant - (instant % DAY_MS);
}

/** yyyy-mm-dd. */
export function formatDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function morning(random: Random): number {
  return DAY_STARTS_AT_HOUR * HOUR_MS + Math.floor(random.float() * 2.5 * HOUR_MS);
}
