import { statusCategoryCode } from '../facts/status-category.ts';

/**
 * What an issue is at an instant, in one number: its status category and its team. "Not there" (not created yet,
 * deleted, trashed or archived) is a state like any other, and so is a status of unknown category.
 */
export type IssueState = number;

const unknownStatus = 6;
const notThere = 7;
const codeMask = 7;
const teamShift = 3;

export const absentState: IssueState = notThere;

/** `category`: `statusCategoryCode` or −1, not known. `team`: index or −1, not known. */
export function makeIssueState(category: number, team: number): IssueState {
  return ((team + 1) << teamShift) | (category < 0 ? unknownStatus : category);
}

export function isOpen(state: IssueState): boolean {
  return (state & codeMask) <= statusCategoryCode.started;
}

export function isInPlay(state: IssueState): boolean {
  const code = state & codeMask;
  return code === statusCategoryCode.unstarted || code === statusCategoryCode.started;
}

export function isThere(state: IssueState): boolean {
  return (state & codeMask) !== notThere;
}

/** −1: not known. */
export function categoryOf(state: IssueState): number {
  const code = state & codeMask;
  return code < unknownStatus ? code : -1;
}

/** −1: not known. */
export function teamOf(state: IssueState): number {
  return (state >> teamShift) - 1;
}
