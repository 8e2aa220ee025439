import type { WaitColumns } from '../analysis/analysis.ts';
import { statusCategoryCode } from '../facts/status-category.ts';
import { categoryOf, type IssueState, isInPlay } from '../history/issue-state.ts';
import { type BlockedColumns, beforePlay, makeBlockedRows, makeRootShareRows, makeWaitRows, type RootShareColumns } from './wait-rows.ts';

/** A row lists the team's blockers up to this many, oldest first; the links tell the rest. Keeps evidence linear in the links. */
export const listedBlockersLimit = 250;

export interface Waiting {
  readonly waits: WaitColumns;
  readonly blocked: BlockedColumns;
  readonly roots: RootShareColumns;
}

/** What both sweeps write down. */
export type WaitTables = ReturnType<typeof makeWaitTables>;

/** `links`: how many there are, from which a first size is guessed. */
export function makeWaitTables(links: number) {
  return { waits: makeWaitRows(links * 2), blocked: makeBlockedRows(links * 2), roots: makeRootShareRows(links * 2) };
}

/** Code of `waitPhases`, or `beforePlay`. */
export function phaseOf(waiter: IssueState): number {
  return isInPlay(waiter) ? categoryOf(waiter) - statusCategoryCode.unstarted : beforePlay;
}
