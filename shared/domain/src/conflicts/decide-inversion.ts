import type { PlannedIssue } from './planned-issue.ts';

export type InversionReason = 'priority' | 'cycle';

/**
 * Why a blocker ranks lower with its own team than the issue it blocks does with its own; empty where it does not.
 * Priority: a lower one. Cycle: the team plans in cycles and has left it out of the running one, has not begun it either, and
 * the blocked issue is in play.
 */
export function decideInversion(blocker: PlannedIssue, blocked: PlannedIssue): InversionReason[] {
  const reasons: InversionReason[] = [];
  if (isRanked(blocker, blocked) && rankOf(blocker.priority) > rankOf(blocked.priority)) reasons.push('priority');
  const isInPlay = blocked.category === 'unstarted' || blocked.category === 'started';
  const isLeftOut = blocker.teamCycleId !== null && blocker.cycleId !== blocker.teamCycleId && blocker.category !== 'started';
  if (isInPlay && isLeftOut) reasons.push('cycle');
  return reasons;
}

/** Are both priorities known? */
export function isRanked(blocker: PlannedIssue, blocked: PlannedIssue): boolean {
  return blocker.priority !== null && blocked.priority !== null;
}

function rankOf(priority: number | null): number {
  return priority === null || priority === 0 ? Infinity : priority;
}
