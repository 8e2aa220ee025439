import { type IssueState, isInPlay, isOpen, teamOf } from '../history/issue-state.ts';

/*
 * The definition. While a link stands, its blocked issue
 *
 *     waits  =  linked ∩ blocker open ∩ waiter in play ∩ teams differ
 *
 * and the dependency may be in force, or cross-team, without a wait. Every figure rests on these three sentences.
 */

export const isInForce = (blocker: IssueState, blocked: IssueState): boolean => isOpen(blocker) && isOpen(blocked);

export const isCrossTeam = (blockerTeam: number, blockedTeam: number): boolean =>
  blockerTeam >= 0 && blockedTeam >= 0 && blockerTeam !== blockedTeam;

export const isWaiting = (blocker: IssueState, waiter: IssueState): boolean =>
  isOpen(blocker) && isInPlay(waiter) && isCrossTeam(teamOf(blocker), teamOf(waiter));
