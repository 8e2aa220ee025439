import type { WaitColumns } from '../analysis/analysis.ts';
import { firstRows } from '../columns/first-rows.ts';
import { makeBytes, makeFloats, makeInts } from '../columns/growing-column.ts';

/** When an issue is blocked by other teams, whoever they are. Those of one issue are in order of time and disjoint. */
export interface BlockedColumns {
  readonly count: number;
  /** Those of issue `i` are rows `offset[i]` to `offset[i + 1] − 1`. */
  readonly offset: Int32Array;
  readonly issue: Int32Array;
  /** The team that owns the blocked issue. */
  readonly team: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Code of `waitPhases`, or `beforePlay`. */
  readonly phase: Uint8Array;
}

/** Blocked while still in triage or backlog: no wait yet, but it widens the range of the tax. */
export const beforePlay = 2;

/** Whom a wait goes back to. */
export interface RootShareColumns {
  readonly count: number;
  readonly waitingTeam: Int32Array;
  readonly rootTeam: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly share: Float64Array;
}

export function makeBlockedRows(issueCount: number) {
  const issue = makeInts();
  const team = makeInts();
  const from = makeFloats();
  const to = makeFloats();
  const phase = makeBytes();
  return {
    push(ofIssue: number, ofTeam: number, start: number, end: number, inPhase: number): void {
      issue.push(ofIssue);
      team.push(ofTeam);
      from.push(start);
      to.push(end);
      phase.push(inPhase);
    },
    columns: (): BlockedColumns => ({
      count: issue.length,
      offset: firstRows(issue.view(), issueCount),
      issue: issue.view(),
      team: team.view(),
      from: from.view(),
      to: to.view(),
      phase: phase.view(),
    }),
  };
}

export function makeRootShareRows() {
  const waitingTeam = makeInts();
  const rootTeam = makeInts();
  const from = makeFloats();
  const to = makeFloats();
  const share = makeFloats();
  return {
    push(waiting: number, root: number, start: number, end: number, ofShare: number): void {
      waitingTeam.push(waiting);
      rootTeam.push(root);
      from.push(start);
      to.push(end);
      share.push(ofShare);
    },
    columns: (): RootShareColumns => ({
      count: from.length,
      waitingTeam: waitingTeam.view(),
      rootTeam: rootTeam.view(),
      from: from.view(),
      to: to.view(),
      share: share.view(),
    }),
  };
}

export function makeWaitRows() {
  const issue = makeInts();
  const from = makeFloats();
  const to = makeFloats();
  const waitingTeam = makeInts();
  const blockingTeam = makeInts();
  const share = makeFloats();
  const phase = makeBytes();
  const anatomy = makeBytes();
  const blockerOffset = makeInts();
  const blocker = makeInts();
  blockerOffset.push(0);
  return {
    push(
      row: {
        issue: number;
        from: number;
        to: number;
        waitingTeam: number;
        blockingTeam: number;
        share: number;
        phase: number;
        anatomy: number;
      },
      blockers: readonly number[],
    ): void {
      issue.push(row.issue);
      from.push(row.from);
      to.push(row.to);
      waitingTeam.push(row.waitingTeam);
      blockingTeam.push(row.blockingTeam);
      share.push(row.share);
      phase.push(row.phase);
      anatomy.push(row.anatomy);
      for (const each of blockers) blocker.push(each);
      blockerOffset.push(blocker.length);
    },
    columns: (): WaitColumns => ({
      count: issue.length,
      issue: issue.view(),
      from: from.view(),
      to: to.view(),
      waitingTeam: waitingTeam.view(),
      blockingTeam: blockingTeam.view(),
      share: share.view(),
      phase: phase.view(),
      anatomy: anatomy.view(),
      blockerOffset: blockerOffset.view(),
      blocker: blocker.view(),
    }),
  };
}
