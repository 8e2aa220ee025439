import { type IssueState, isInPlay, isOpen } from '../history/issue-state.ts';

/*
 * The definition, as every figure rests on it:
 *
 *     in force  =  linked ∩ blocker open ∩ blocked open
 *     waiting   =  linked ∩ blocker open ∩ waiter in play ∩ teams differ
 *
 * What is linked, and when, is said by `Links`; what is open, in play and whose, by `Lifelines`.
 */

export const isInForce = (blocker: IssueState, blocked: IssueState): boolean => isOpen(blocker) && isOpen(blocked);

export const isCrossTeam = (blockerTeam: number, blockedTeam: number): boolean =>
  blockerTeam >= 0 && blockedTeam >= 0 && blockerTeam !== blockedTeam;

/** `differingTeams`: how many teams other than the issue's own have an open issue linked onto it. */
export const isBlocked = (issue: IssueState, differingTeams: number): boolean => isOpen(issue) && differingTeams > 0;

export const isWaiting = (issue: IssueState, differingTeams: number): boolean => isInPlay(issue) && differingTeams > 0;
