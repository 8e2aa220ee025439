/** "3 Mar 2026, 14:05" in the organization's time zone. */
export function formatInstantIn(timeZone: string, instant: string): string {
  const parts = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-GB', { timeZone, ...parts }).format(new Date(instant));
}

/** "3 Mar 2026" in the organization's time zone. */
export function formatDayIn(timeZone: string, instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(instant));
}
