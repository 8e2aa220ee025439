import { isInPlay, teamOf } from './issue-state.ts';
import type { Lifelines } from './lifelines.ts';

/**
 * Tells the maximal intervals in which an issue is in play while one team owns it, in order of time. Team −1: not known.
 * `to` is Infinity where it still is.
 */
export function walkInPlay({ offset, at, state }: Lifelines, issue: number, tell: (team: number, from: number, to: number) => void): void {
  const end = offset[issue + 1]!;
  for (let row = offset[issue]!; row < end; ) {
    if (!isInPlay(state[row]!)) {
      row++;
      continue;
    }
    const from = at[row]!;
    const team = teamOf(state[row]!);
    while (row < end && isInPlay(state[row]!) && teamOf(state[row]!) === team) row++;
    tell(team, from, row < end ? at[row]! : Infinity);
  }
}
