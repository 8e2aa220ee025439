import { isInPlay, teamOf } from './issue-state.ts';
import type { Lifelines } from './lifelines.ts';

/**
 * The maximal intervals in which an issue is in play while one team owns it: those of issue `i` are rows `offset[i]` to
 * `offset[i + 1] − 1`, in order of time.
 */
export interface InPlayColumns {
  readonly offset: Int32Array;
  /** −1: not known. */
  readonly team: Int32Array;
  readonly from: Float64Array;
  /** Infinity: it still is. */
  readonly to: Float64Array;
}

export function deriveInPlay({ offset, at, state }: Lifelines): InPlayColumns {
  const issueCount = offset.length - 1;
  const most = countInPlay(state);
  const play = {
    offset: new Int32Array(issueCount + 1),
    team: new Int32Array(most),
    from: new Float64Array(most),
    to: new Float64Array(most),
  };
  let count = 0;
  for (let issue = 0; issue < issueCount; issue++) {
    const end = offset[issue + 1]!;
    for (let row = offset[issue]!; row < end; ) {
      if (!isInPlay(state[row]!)) {
        row++;
        continue;
      }
      const team = teamOf(state[row]!);
      play.team[count] = team;
      play.from[count] = at[row]!;
      while (row < end && isInPlay(state[row]!) && teamOf(state[row]!) === team) row++;
      play.to[count++] = row < end ? at[row]! : Infinity;
    }
    play.offset[issue + 1] = count;
  }
  return { offset: play.offset, team: play.team.subarray(0, count), from: play.from.subarray(0, count), to: play.to.subarray(0, count) };
}

function countInPlay(state: Int32Array): number {
  let count = 0;
  for (let row = 0; row < state.length; row++) if (isInPlay(state[row]!)) count++;
  return count;
}
