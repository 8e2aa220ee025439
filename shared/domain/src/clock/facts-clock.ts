import type { Company } from '../facts/company.ts';
import { plausibleDate } from '../facts/plausible-date.ts';
import { type Calendar, makeClockCovering, type OrganizationClock } from './organization-clock.ts';

/** A clock with every day of a company: from its first issue, or the start of an initiative before it, to the data cut-off. */
export function makeFactsClock({ issues, initiatives }: Company, { timeZone, working }: Calendar, now: number): OrganizationClock {
  let first = now;
  for (const createdAt of issues.createdAt) if (createdAt < first) first = createdAt;
  for (const { dates } of initiatives) first = Math.min(first, plausibleDate(dates?.startedAt) ?? first);
  return makeClockCovering(timeZone, first, now, working);
}
