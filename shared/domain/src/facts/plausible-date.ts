/** Trackers let people type any year for a date of a plan: one before 1970 is mistyped, so it is not known. */
export function plausibleDate(at: number | null | undefined): number | null {
  return at === null || at === undefined || at < 0 ? null : at;
}
