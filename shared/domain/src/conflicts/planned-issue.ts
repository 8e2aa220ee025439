import type { StatusCategory } from '../facts/status-category.ts';

/** What teams have planned for an issue, as it is now. Days are 'YYYY-MM-DD'. */
export interface PlannedIssue {
  readonly category: StatusCategory | null;
  /** 1 is the most urgent, 4 the least; 0 is none and ranks below all. Null: not known. */
  readonly priority: number | null;
  readonly cycleId: string | null;
  /** The cycle its team is in now; null where the team has none. */
  readonly teamCycleId: string | null;
  readonly dueOn: string | null;
  readonly cycleEndsOn: string | null;
  readonly projectTargetOn: string | null;
}
