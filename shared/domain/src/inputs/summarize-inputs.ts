import { estimateSurvival } from '../quotes/estimate-survival.ts';

/** A link in force of which neither end has changed for so many days is stale: nobody may be looking at it any more. */
export const staleDays = 30;
const staleMs = staleDays * 86_400_000;

export function isStale(ends: readonly { readonly updatedAt: number }[], now: number): boolean {
  return ends.every(({ updatedAt }) => updatedAt <= now - staleMs);
}

/** One issue waiting on one team: for how long of it the team had not accepted the work, and whether it had not when we looked last. */
export interface Acceptance {
  readonly unacceptedMs: number;
  readonly isUnaccepted: boolean;
}

export interface AcceptanceSummary {
  readonly waits: number;
  readonly unacceptedNow: number;
  /** Half are accepted after this long. Null: no waits, or not yet seen. */
  readonly medianMs: number | null;
}

/** Estimated like a quote, but from however few waits there are: it looks back, and promises nothing. */
export function summarizeAcceptance(waits: readonly Acceptance[]): AcceptanceSummary {
  const [open = [], accepted = []] = [true, false].map((isOpen) =>
    waits.filter(({ isUnaccepted }) => isUnaccepted === isOpen).map(({ unacceptedMs }) => unacceptedMs),
  );
  const [medianMs = null] = estimateSurvival(accepted, open, [0.5]);
  return { waits: waits.length, unacceptedNow: open.length, medianMs };
}

/** When a dependency was linked, and when work on the blocked issue first began (null: not yet). */
export interface Agreement {
  readonly linkedAt: number;
  readonly startedAt: number | null;
}

/** A dependency that was linked only after work had begun was found, not agreed. Share null for no dependencies. */
export function summarizeAgreements(agreements: readonly Agreement[]): { dependencies: number; agreed: number; share: number | null } {
  const agreed = agreements.filter(({ linkedAt, startedAt }) => startedAt === null || linkedAt < startedAt).length;
  return { dependencies: agreements.length, agreed, share: agreements.length === 0 ? null : agreed / agreements.length };
}
