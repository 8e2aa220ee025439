/** What can be watched, and of what: an initiative, a team, or either. */
export const alertKinds = {
  external_blockers: ['initiative', 'team'],
  blocker_rise: ['initiative', 'team'],
  overdue_waits: ['initiative', 'team'],
  stalled: ['initiative'],
  ownership: ['initiative'],
  deadlock: ['initiative', 'team'],
  date_conflict: ['initiative'],
  team_tax: ['team'],
} as const satisfies Record<string, readonly AlertSubjectKind[]>;

export type AlertKind = keyof typeof alertKinds;
export type AlertSubjectKind = 'initiative' | 'team';

/**
 * When an alert is due. `level` is in the unit of its kind: blockers, blockers more than before, waits, days stalled, 1 for an owner that is
 * missing, issues in a circle, conflicts, per cent of speed tax.
 */
export interface AlertRule {
  readonly kind: AlertKind;
  readonly level: number;
  /** Of a rise: how far back it is measured. Of a team's tax: over how many days. */
  readonly withinDays: number;
}
