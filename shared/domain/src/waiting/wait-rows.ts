import type { WaitColumns } from '../analysis/analysis.ts';
import { firstRows } from '../columns/first-rows.ts';
import { makeInts } from '../columns/growing-column.ts';
import { bytes, floats, ints, makeRows } from '../columns/growing-rows.ts';

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

export function makeBlockedRows(size: number) {
  const rows = makeRows({ issue: ints(size), team: ints(size), from: floats(size), to: floats(size), phase: bytes(size) });
  const { columns } = rows;
  return {
    push(issue: number, team: number, from: number, to: number, phase: number): void {
      const row = rows.next();
      columns.issue[row] = issue;
      columns.team[row] = team;
      columns.from[row] = from;
      columns.to[row] = to;
      columns.phase[row] = phase;
    },
    columns(issueCount: number): BlockedColumns {
      const views = rows.views();
      return { count: rows.count, offset: firstRows(views.issue, issueCount), ...views };
    },
  };
}

export function makeRootShareRows(size: number) {
  const rows = makeRows({ waitingTeam: ints(size), rootTeam: ints(size), from: floats(size), to: floats(size), share: floats(size) });
  const { columns } = rows;
  return {
    push(waitingTeam: number, rootTeam: number, from: number, to: number, share: number): void {
      const row = rows.next();
      columns.waitingTeam[row] = waitingTeam;
      columns.rootTeam[row] = rootTeam;
      columns.from[row] = from;
      columns.to[row] = to;
      columns.share[row] = share;
    },
    columns: (): RootShareColumns => ({ count: rows.count, ...rows.views() }),
  };
}

export function makeWaitRows(size: number) {
  const rows = makeRows({
    issue: ints(size),
    from: floats(size),
    to: floats(size),
    waitingTeam: ints(size),
    blockingTeam: ints(size),
    share: floats(size),
    phase: bytes(size),
    anatomy: bytes(size),
    /** Where the blockers of the row end. */
    blockersEnd: ints(size),
  });
  const { columns } = rows;
  const blocker = makeInts(Math.max(1, size));
  return {
    push(
      issue: number,
      from: number,
      to: number,
      waitingTeam: number,
      blockingTeam: number,
      share: number,
      phase: number,
      anatomy: number,
      blockers: readonly number[],
      blockerCount: number,
    ): void {
      const row = rows.next();
      columns.issue[row] = issue;
      columns.from[row] = from;
      columns.to[row] = to;
      columns.waitingTeam[row] = waitingTeam;
      columns.blockingTeam[row] = blockingTeam;
      columns.share[row] = share;
      columns.phase[row] = phase;
      columns.anatomy[row] = anatomy;
      for (let k = 0; k < blockerCount; k++) blocker.push(blockers[k]!);
      columns.blockersEnd[row] = blocker.length;
    },
    columns(): WaitColumns {
      const { blockersEnd, ...views } = rows.views();
      const blockerOffset = new Int32Array(rows.count + 1);
      blockerOffset.set(blockersEnd, 1);
      return { count: rows.count, ...views, blockerOffset, blocker: blocker.view() };
    },
  };
}
