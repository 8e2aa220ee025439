/** "3 Mar 2026"; days are already cut in the organization's time zone, so none is applied here. */
export function formatDay(day: string): string {
  return dayWithYear.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** "3 Mar": for axes whose year is told elsewhere. */
export function formatShortDay(day: string): string {
  return dayWithoutYear.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** "3 Mar 2026, 14:05 UTC": an instant to the minute. */
export function formatInstant(instant: string): string {
  const at = new Date(instant);
  return `${dayWithYear.format(at)}, ${clock.format(at)} UTC`;
}

const dayWithYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const dayWithoutYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
