import type { AlertRule } from './alert-rule.ts';
import type { AlertObservation, AlertState, Edge } from './alert-state.ts';
import { followToldEdges, limitEdges, listAddedEdges, tellEdges } from './follow-edges.ts';
import { measureRise } from './measure-rise.ts';
import { isSettled } from './turn.ts';

export interface AlertDecision {
  readonly next: AlertState | null;
  /** What is to be told, once; null: nothing. `reminded`: it was put off until now, and is still so. */
  readonly notify: 'raised' | 'cleared' | 'reminded' | null;
  /** The figure that was compared with the level; null: not known. */
  readonly value: number | null;
  /** What has come since it was last quiet. */
  readonly added: readonly Edge[];
  /** What had been told of and is gone for good. */
  readonly freed: readonly Edge[];
}

const dayMs = 86_400_000;

/**
 * The whole of an alert's life: what was remembered, what a sync has shown, and whether anybody is told.
 *
 *     raised   when it is at the level or above, through two syncs and fifteen minutes
 *     cleared  when it is below the level less one, or nothing is left, as long
 *
 * What is not known changes nothing. What is seen for the first time, or after a backfill, is noted and not told.
 * @param state null: this rule has not looked at this subject yet
 * @param now of the wall: what is put off ends by it, all else by the instants of the facts
 */
export function decideAlert(state: AlertState | null, observation: AlertObservation, now: number, rule: AlertRule): AlertDecision {
  if (observation.state === 'unknown') return { next: state, notify: null, value: null, added: [], freed: [] };
  const { at, edges } = observation;
  const isFirst = state === null || observation.isBaseline;
  const { rise, lows } = measureRise(isFirst ? [] : state.lows, observation, rule.withinDays * dayMs);
  const isRise = rule.kind === 'blocker_rise';
  const value = isRise ? rise : observation.value;
  const remembered = { ...(state ?? fresh), lows: isRise ? lows : [] };
  if (isFirst) return { next: beginAnew(remembered, value >= rule.level, edges), notify: null, value, added: [], freed: [] };

  const { told, freed } = followToldEdges(state.toldEdges, edges, at);
  const added = listAddedEdges(state, edges);
  const decided = decideTurn(remembered, value, at, rule);
  const notify = decideNotice(state, decided.phase, now);
  const isAtRest = decided.phase === 'quiet' && decided.turningSince === null;
  const next: AlertState = {
    ...decided,
    quietEdges: isAtRest ? limitEdges(edges) : state.quietEdges,
    toldEdges: decided.phase === 'raised' ? tellEdges(told, added) : told,
    snoozedUntil: decided.phase === 'raised' && notify === null ? state.snoozedUntil : null,
  };
  return { next, notify, value, added, freed };
}

const fresh: AlertState = { phase: 'quiet', turningSince: null, lows: [], quietEdges: [], toldEdges: [], snoozedUntil: null };

/** An alert that is open stays so: that history was read anew is not news of it getting well. */
function beginAnew(state: AlertState, isBeyond: boolean, edges: readonly Edge[]): AlertState {
  if (state.phase === 'raised') return { ...state, turningSince: null };
  return { ...state, phase: isBeyond ? 'known' : 'quiet', turningSince: null, quietEdges: limitEdges(edges) };
}

function decideTurn(state: AlertState, value: number, at: number, { level }: AlertRule): AlertState {
  const isTurning = state.phase === 'quiet' ? value >= level : value < level - 1 || value === 0;
  if (!isTurning) return { ...state, turningSince: null };
  const turningSince = state.turningSince ?? at;
  if (!isSettled(turningSince, at)) return { ...state, turningSince };
  return { ...state, turningSince: null, phase: state.phase === 'quiet' ? 'raised' : 'quiet' };
}

function decideNotice(before: AlertState, phase: AlertState['phase'], now: number): AlertDecision['notify'] {
  const isPutOff = before.snoozedUntil !== null && now < before.snoozedUntil;
  if (before.phase === 'quiet' && phase === 'raised') return 'raised';
  if (before.phase !== 'raised' || isPutOff) return null;
  if (phase === 'quiet') return 'cleared';
  return before.snoozedUntil === null ? null : 'reminded';
}
