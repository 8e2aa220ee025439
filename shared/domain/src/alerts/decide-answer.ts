import type { AlertState } from './alert-state.ts';

/** What a person does about an open alert. Taking note of it changes nothing of what follows. */
export type AlertAnswer =
  | { readonly action: 'acknowledge' }
  | { readonly action: 'snooze'; readonly until: number }
  | { readonly action: 'resolve' };

/**
 * Snoozed: nothing is said of it until then, not even that it is over; then it is told once more if it is still so. Resolved: it
 * must get well before it can be raised again.
 */
export function decideAnswer(state: AlertState, answer: AlertAnswer): AlertState {
  if (state.phase !== 'raised' || answer.action === 'acknowledge') return state;
  if (answer.action === 'snooze') return { ...state, snoozedUntil: answer.until };
  return { ...state, phase: 'known', turningSince: null, snoozedUntil: null };
}
