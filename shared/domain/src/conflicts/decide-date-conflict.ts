import type { PlannedIssue } from './planned-issue.ts';

export interface DueDate {
  /** 'YYYY-MM-DD'. */
  readonly on: string;
  readonly source: 'issue' | 'cycle' | 'project';
}

export type DateConflictReason = 'after_blocked' | 'after_target';

export interface DateVerdict {
  readonly blockerDue: DueDate | null;
  readonly blockedDue: DueDate | null;
  /** Empty where nothing conflicts, and where a date is not known. */
  readonly reasons: readonly DateConflictReason[];
  /** Is there a date on both sides to compare? */
  readonly isDated: boolean;
}

/** Is a blocker due after the issue it blocks, or after the target of that issue's initiative ('YYYY-MM-DD', null: none)? */
export function decideDateConflict(blocker: PlannedIssue, blocked: PlannedIssue, initiativeTargetOn: string | null): DateVerdict {
  const blockerDue = dueDateOf(blocker);
  const blockedDue = dueDateOf(blocked);
  const reasons: DateConflictReason[] = [];
  if (blockerDue !== null && blockedDue !== null && blockerDue.on > blockedDue.on) reasons.push('after_blocked');
  if (blockerDue !== null && initiativeTargetOn !== null && blockerDue.on > initiativeTargetOn) reasons.push('after_target');
  return { blockerDue, blockedDue, reasons, isDated: blockerDue !== null && (blockedDue !== null || initiativeTargetOn !== null) };
}

/** The nearest promise there is: the issue's own due date, else the end of its cycle, else the target of its project. */
export function dueDateOf({ dueOn, cycleEndsOn, projectTargetOn }: PlannedIssue): DueDate | null {
  if (dueOn !== null) return { on: dueOn, source: 'issue' };
  if (cycleEndsOn !== null) return { on: cycleEndsOn, source: 'cycle' };
  return projectTargetOn === null ? null : { on: projectTargetOn, source: 'project' };
}
