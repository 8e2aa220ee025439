import type { AlertRule } from './alert-rule.ts';
import type { AlertState } from './alert-state.ts';
import { decideAlert } from './decide-alert.ts';
import { leastMs } from './turn.ts';

/** What a figure has been since an instant, until the next reading. */
export interface Reading {
  readonly at: number;
  readonly value: number;
}

/** An alert as a rule would have raised it. */
export interface Firing {
  readonly raisedAt: number;
  /** Null: it lasts to the end. */
  readonly clearedAt: number | null;
  /** When it was raised. */
  readonly value: number;
}

const dayMs = 86_400_000;

/** When a rule would have fired, had there been a sync at every moment that matters. `readings`: in order, the first of them is only noted. */
export function replayAlerts(readings: readonly Reading[], rule: AlertRule, until: number): Firing[] {
  const firings: { raisedAt: number; clearedAt: number | null; value: number }[] = [];
  let state: AlertState | null = null;
  let row = 0;
  for (const at of listMoments(readings, rule, until)) {
    while (row + 1 < readings.length && readings[row + 1]!.at <= at) row++;
    const observation = { state: 'known', at, value: readings[row]!.value, edges: [], isBaseline: false } as const;
    const decision = decideAlert(state, observation, at, rule);
    state = decision.next;
    if (decision.notify === 'raised') firings.push({ raisedAt: at, clearedAt: null, value: decision.value ?? observation.value });
    const last = firings.at(-1);
    if (decision.notify === 'cleared' && last) last.clearedAt = at;
  }
  return firings;
}

/** Whenever something changes, when that has held for long enough, and when what a rise is measured from is forgotten. */
function listMoments(readings: readonly Reading[], { kind, withinDays }: AlertRule, until: number): number[] {
  const forgottenMs = withinDays * dayMs;
  const afterMs = kind === 'blocker_rise' ? [0, leastMs, forgottenMs, forgottenMs + leastMs] : [0, leastMs];
  const moments = new Set(readings.flatMap(({ at }) => afterMs.map((ms) => at + ms)));
  return [...moments].filter((at) => at <= until).sort((a, b) => a - b);
}
