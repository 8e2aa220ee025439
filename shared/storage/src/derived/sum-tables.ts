import type { SumSubject } from '@speedtax/domain';

interface SumTable {
  readonly table: 'team_month_sum' | 'pair_month_sum' | 'initiative_month_sum' | 'initiative_team_month_sum' | 'initiative_flag_month_sum';
  /** The columns that name the subject, one or two. */
  readonly subject: readonly [string] | readonly [string, string];
  /** Columns of the measures, in the order of the engine's `measuresOf`. */
  readonly measures: readonly string[];
}

/** Where the sums of each subject live. */
export const sumTables = {
  team: {
    table: 'team_month_sum',
    subject: ['team_id'],
    measures: ['in_play_ms', 'held_ms', 'dragging_ms', 'blocked_before_play_ms', 'flagged_ms'],
  },
  pair: {
    table: 'pair_month_sum',
    subject: ['waiting_team_id', 'blocking_team_id'],
    measures: ['waiting_ms', 'root_ms', 'unaccepted_ms', 'queued_ms', 'in_work_ms'],
  },
  initiative: { table: 'initiative_month_sum', subject: ['initiative_id'], measures: ['clock_waiting_ms', 'stalled_ms'] },
  initiativeTeam: { table: 'initiative_team_month_sum', subject: ['initiative_id', 'team_id'], measures: ['in_play_ms', 'waiting_ms'] },
  initiativeFlag: { table: 'initiative_flag_month_sum', subject: ['initiative_id'], measures: ['flagged_ms'] },
} as const satisfies Record<SumSubject, SumTable>;

/** The column of a measure's days; the one named like the measure holds the month's sum. */
export function byDay<M extends string>(measure: M): `${M}_by_day` {
  return `${measure}_by_day`;
}

/** What `open_sum.b_id` holds where the subject has one part. */
export const nilId = '00000000-0000-0000-0000-000000000000';
