import { type IssueState, teamOf } from '../history/issue-state.ts';
import type { ActiveBlockers } from './active-blockers.ts';
import { isBlocked, isWaiting } from './definition.ts';
import { makeShareRows, type ShareContext } from './share-rows.ts';
import { listedBlockersLimit, phaseOf, type WaitTables } from './wait-tables.ts';

/** Writes down who waits on whom while a sweep moves through one issue's time after another's. */
export interface WaitRecorder {
  beginIssue(issue: number): void;
  /** From `instant` on the issue is in the state `waiter`, and `active` blocks it. */
  settle(instant: number, waiter: IssueState): void;
  /** A blocker that came while its team was blocking already belongs to the same row. */
  noteArrival(team: number, blocker: number): void;
}

export function makeWaitRecorder(teamCount: number, active: ActiveBlockers, { waits, blocked, roots }: WaitTables): WaitRecorder {
  /** Of each team's row that is open: the first `rowBlockerCount` of `rowBlockers`. */
  const rowBlockers: number[][] = Array.from({ length: teamCount }, () => []);
  const rowBlockerCount = new Int32Array(teamCount);
  let issue = -1;

  const directRows = makeShareRows(teamCount, (blockingTeam, anatomy, from, to, { waitingTeam, phase, sharers }) =>
    waits.push(
      issue,
      from,
      to,
      waitingTeam,
      blockingTeam,
      1 / sharers,
      phase,
      anatomy,
      rowBlockers[blockingTeam]!,
      rowBlockerCount[blockingTeam]!,
    ),
  );
  const rootRows = makeShareRows(teamCount, (rootTeam, _detail, from, to, { waitingTeam, sharers }) =>
    roots.push(waitingTeam, rootTeam, from, to, 1 / sharers),
  );
  const blockedRow = makeBlockedRow((team, from, to, phase) => blocked.push(issue, team, from, to, phase));
  const listRowBlockers = (team: number): void => {
    rowBlockerCount[team] = active.listBlockers(team, rowBlockers[team]!, listedBlockersLimit);
  };

  return {
    beginIssue(next) {
      issue = next;
    },
    settle(instant, waiter) {
      const { blockingTeams, rootTeams } = active;
      if (blockingTeams.size === 0 && !blockedRow.isRunning()) return;
      const waitingTeam = teamOf(waiter);
      const phase = phaseOf(waiter);
      const sharers = waitingTeam < 0 ? 0 : blockingTeams.size - (blockingTeams.count[waitingTeam]! > 0 ? 1 : 0);
      blockedRow.update(instant, isBlocked(waiter, sharers), waitingTeam, phase);
      if (!isWaiting(waiter, sharers)) {
        directRows.closeAll(instant);
        rootRows.closeAll(instant);
        return;
      }
      const direct: ShareContext = { waitingTeam, phase, sharers };
      directRows.update(instant, blockingTeams, waitingTeam, direct, active.anatomyOf, listRowBlockers);
      // Where no root has a known team, the wait belongs to those who block directly: row sums stay the tax paid.
      if (rootTeams.size > 0) rootRows.update(instant, rootTeams, -1, { waitingTeam, phase: 0, sharers: rootTeams.size }, noDetail);
      else rootRows.update(instant, blockingTeams, waitingTeam, { waitingTeam, phase: 0, sharers }, noDetail);
    },
    noteArrival(team, blocker) {
      const listed = rowBlockers[team]!;
      const count = rowBlockerCount[team]!;
      if (!directRows.isOpen(team) || count >= listedBlockersLimit) return;
      for (let k = 0; k < count; k++) if (listed[k] === blocker) return;
      listed[rowBlockerCount[team]!++] = blocker;
    },
  };
}

const noDetail = (): number => 0;

/** At most one row runs at a time: the issue is blocked, owned by one team, in one phase. */
function makeBlockedRow(emit: (team: number, from: number, to: number, phase: number) => void) {
  let isRunning = false;
  let from = 0;
  let team = -1;
  let phase = 0;
  return {
    isRunning: (): boolean => isRunning,
    update(instant: number, runs: boolean, ofTeam: number, inPhase: number): void {
      if (isRunning && runs && ofTeam === team && inPhase === phase) return;
      if (isRunning) emit(team, from, instant, phase);
      isRunning = runs;
      from = instant;
      team = ofTeam;
      phase = inPhase;
    },
  };
}
