import { elapsedAt, elapsedAtMidnight, type OrganizationClock } from '../clock/organization-clock.ts';

/** Days in the organization's calendar, `toDay` exclusive; figures count up to the data cut-off. */
export interface DayWindow {
  readonly fromDay: number;
  readonly toDay: number;
}

/** A row of daily sums, or of several days of the window added up: then `day` is any of them. */
export interface EndedSum<K, M extends string> {
  readonly day: number;
  readonly key: K;
  readonly values: Readonly<Partial<Record<M, number>>>;
}

/** A row of open sums: see `OpenSumColumns`. */
export interface OpenSum<K, M extends string> {
  readonly sinceDay: number;
  readonly key: K;
  readonly measure: M;
  readonly weight: number;
  readonly offsetMs: number;
}

/**
 * What each subject sums up to in a window: the days of what has ended, and the growth of what lasts to this day.
 * Milliseconds, not rounded. `key` names the subject; a subject without a row has no entry.
 */
export function sumWindow<K, M extends string>(
  clock: OrganizationClock,
  window: DayWindow,
  dataCutOffAt: number,
  ended: Iterable<EndedSum<K, M>>,
  open: Iterable<OpenSum<K, M>>,
): Map<K, Partial<Record<M, number>>> {
  const totals = new Map<K, Partial<Record<M, number>>>();
  const add = (key: K, measure: M, ms: number): void => {
    if (ms === 0) return;
    let total = totals.get(key);
    if (total === undefined) totals.set(key, (total = {}));
    total[measure] = (total[measure] ?? 0) + ms;
  };
  for (const { day, key, values } of ended) {
    if (day < window.fromDay || day >= window.toDay) continue;
    for (const [measure, ms] of Object.entries(values)) add(key, measure as M, ms as number);
  }
  for (const sum of open) add(sum.key, sum.measure, growOpenSum(clock, window, dataCutOffAt, sum));
  return totals;
}

/** Milliseconds that the intervals of one open sum have grown within a window, up to the data cut-off. */
export function growOpenSum(
  clock: OrganizationClock,
  { fromDay, toDay }: DayWindow,
  dataCutOffAt: number,
  { sinceDay, weight, offsetMs }: { sinceDay: number; weight: number; offsetMs: number },
): number {
  if (toDay <= sinceDay) return 0;
  const end = Math.min(elapsedAtMidnight(clock, toDay), elapsedAt(clock, dataCutOffAt));
  if (fromDay > sinceDay) return weight * Math.max(0, end - elapsedAtMidnight(clock, fromDay));
  return weight * (end - elapsedAtMidnight(clock, sinceDay)) - offsetMs;
}
