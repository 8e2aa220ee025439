import type { EngineProblem } from '../analysis/analysis.ts';
import type { Company } from '../facts/company.ts';
import { absentState, type IssueState, makeIssueState } from './issue-state.ts';

/**
 * Every issue's states over time. Those of issue `i` are rows `offset[i]` to `offset[i + 1] − 1`, sorted by `at`; each holds
 * until the next, the last one to this day. Before its first row an issue is not there. Neighbours differ.
 */
export interface Lifelines {
  readonly offset: Int32Array;
  readonly at: Float64Array;
  readonly state: Int32Array;
}

/** Replays status, team and closing of each issue into one step function, up to `now`: later steps have not happened. */
export function deriveLifelines({ issues }: Company, now: number): { lifelines: Lifelines; problems: EngineProblem[] } {
  const { status, team, closed } = issues;
  const most = issues.count + status.at.length + team.at.length + closed.at.length;
  const at = new Float64Array(most);
  const state = new Int32Array(most);
  const offset = new Int32Array(issues.count + 1);
  const problems: EngineProblem[] = [];
  let count = 0;

  for (let i = 0; i < issues.count; i++) {
    const statusEnd = status.offset[i + 1]!;
    const teamEnd = team.offset[i + 1]!;
    const closedEnd = closed.offset[i + 1]!;
    let s = status.offset[i]!;
    let t = team.offset[i]!;
    let c = closed.offset[i]!;
    if (!isSorted(status.at, s, statusEnd) || !isSorted(team.at, t, teamEnd) || !isSorted(closed.at, c, closedEnd))
      problems.push({ kind: 'steps-out-of-order', issue: i });

    let category = s < statusEnd ? status.value[s]! : -1;
    let owner = t < teamEnd ? team.value[t]! : -1;
    let isClosed = 0;
    let previous: IssueState = absentState;
    for (let instant = issues.createdAt[i]!; instant <= now; ) {
      // Of several steps at one instant the last one holds; one that comes too late in the rows counts at once.
      while (s < statusEnd && status.at[s]! <= instant) category = status.value[s++]!;
      while (t < teamEnd && team.at[t]! <= instant) owner = team.value[t++]!;
      while (c < closedEnd && closed.at[c]! <= instant) isClosed = closed.value[c++]!;
      const current = isClosed === 1 ? absentState : makeIssueState(category, owner);
      if (current !== previous) {
        at[count] = instant;
        state[count++] = current;
        previous = current;
      }
      instant = Infinity;
      if (s < statusEnd) instant = status.at[s]!;
      if (t < teamEnd && team.at[t]! < instant) instant = team.at[t]!;
      if (c < closedEnd && closed.at[c]! < instant) instant = closed.at[c]!;
      if (instant === Infinity) break;
    }
    offset[i + 1] = count;
  }
  return { lifelines: { offset, at: at.subarray(0, count), state: state.subarray(0, count) }, problems };
}

/** The state an issue is in at `instant`; steps at that very instant have happened. */
export function stateAt({ offset, at, state }: Lifelines, issue: number, instant: number): IssueState {
  const row = rowAt(offset, at, issue, instant);
  return row < offset[issue]! ? absentState : state[row]!;
}

/** The state an issue has come to. */
export function lastState({ offset, state }: Lifelines, issue: number): IssueState {
  const end = offset[issue + 1]!;
  return end > offset[issue]! ? state[end - 1]! : absentState;
}

/** The row that holds at `instant`; one before the issue's first row where none does yet. */
export function rowAt(offset: Int32Array, at: Float64Array, issue: number, instant: number): number {
  let low = offset[issue]!;
  let high = offset[issue + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at[middle]! <= instant) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isSorted(at: Float64Array, begin: number, end: number): boolean {
  for (let row = begin + 1; row < end; row++) if (at[row]! < at[row - 1]!) return false;
  return true;
}
