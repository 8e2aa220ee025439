/** Fewer days than this after a treatment prove nothing. */
export const proofDaysMinimum = 14;

/** The days before and after a treatment, equally many of each. Days of the organization's calendar, `to` exclusive. */
export interface ProofWindow {
  /** `too_early`: fewer days than prove anything. */
  readonly state: 'too_early' | 'measured';
  /** On each side; 0 where no day has passed since. */
  readonly days: number;
  readonly before: { readonly fromDay: number; readonly toDay: number };
  readonly after: { readonly fromDay: number; readonly toDay: number };
}

/**
 * The day of the treatment is the first of those after it. Only days that were over at the data cut-off count, so that a day
 * half known does not look like half a wait.
 */
export function decideProofWindow(treatedDay: number, cutOffDay: number, mostDays: number): ProofWindow {
  const days = Math.max(0, Math.min(mostDays, cutOffDay - treatedDay));
  return {
    state: days < proofDaysMinimum ? 'too_early' : 'measured',
    days,
    before: { fromDay: treatedDay - days, toDay: treatedDay },
    after: { fromDay: treatedDay, toDay: treatedDay + days },
  };
}
