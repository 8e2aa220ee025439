import { teamOf } from '../history/issue-state.ts';
import type { Lifelines } from '../history/lifelines.ts';
import { emptyTeamSet, type TeamSets } from '../roots/team-sets.ts';
import type { BlockingPieces } from './blocking-pieces.ts';
import { isBlocked, isCrossTeam, isWaiting } from './definition.ts';
import { endRun, extendRun, makeRun } from './run.ts';
import { listedBlockersLimit, phaseOf, type WaitTables } from './wait-tables.ts';

/** Are the pieces in order of time, none overlapping another? Most issues have one blocker, so theirs are. */
export function isOneAtATime({ count, from, to }: BlockingPieces): boolean {
  for (let piece = 1; piece < count; piece++) if (from[piece]! < to[piece - 1]!) return false;
  return true;
}

/** The sweep over an issue that at most one other blocks at a time: no wait is shared, and none needs counting who else blocks. */
export function makeLoneSweep({ offset, at, state }: Lifelines, pieces: BlockingPieces, teamSets: TeamSets, tables: WaitTables) {
  /** The blockers of the wait that runs: the first `blockerCount`. */
  const blockers: number[] = [];
  let blockerCount = 0;
  let issue = -1;
  const waits = makeRun((from, to, waitingTeam, phase, blockingTeam, anatomy) =>
    tables.waits.push(issue, from, to, waitingTeam, blockingTeam, 1, phase, anatomy, blockers, blockerCount),
  );
  const blocked = makeRun((from, to, team, phase) => tables.blocked.push(issue, team, from, to, phase));
  const roots = makeRun((from, to, waitingTeam, set) => {
    const teams = teamSets.teamsOf(set);
    for (let k = 0; k < teams.length; k++) tables.roots.push(waitingTeam, teams[k]!, from, to, 1 / teams.length);
  });

  const isListed = (blocker: number): boolean => {
    for (let k = 0; k < blockerCount; k++) if (blockers[k] === blocker) return true;
    return false;
  };

  /** From `from` to `to` the issue is in the state `waiter`, and `piece` alone blocks it. */
  const add = (from: number, to: number, waiter: number, piece: number): void => {
    const [waitingTeam, blockingTeam] = [teamOf(waiter), pieces.team[piece]!];
    if (!isCrossTeam(blockingTeam, waitingTeam) || !isBlocked(waiter, 1)) return;
    const phase = phaseOf(waiter);
    extendRun(blocked, from, to, waitingTeam, phase, 0, 0);
    if (!isWaiting(waiter, 1)) return;
    if (extendRun(waits, from, to, waitingTeam, phase, blockingTeam, pieces.anatomy[piece]!)) blockerCount = 0;
    const blocker = pieces.blocker[piece]!;
    if (blockerCount < listedBlockersLimit && !isListed(blocker)) blockers[blockerCount++] = blocker;
    // Where no root has a known team, the wait belongs to the team that blocks directly.
    const set = pieces.roots[piece] === emptyTeamSet ? teamSets.ofTeam(blockingTeam) : pieces.roots[piece]!;
    extendRun(roots, from, to, waitingTeam, set, 0, 0);
  };

  return (of: number): void => {
    issue = of;
    const end = offset[issue + 1]!;
    let row = offset[issue]!;
    for (let piece = 0; piece < pieces.count; piece++) {
      const pieceTo = pieces.to[piece]!;
      for (; row < end && at[row]! < pieceTo; row++) {
        const until = row + 1 < end ? at[row + 1]! : Infinity;
        const from = Math.max(pieces.from[piece]!, at[row]!);
        if (from < until) add(from, Math.min(pieceTo, until), state[row]!, piece);
        // The next piece may begin in the same state.
        if (until > pieceTo) break;
      }
    }
    endRun(waits);
    endRun(blocked);
    endRun(roots);
  };
}
