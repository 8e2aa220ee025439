import type { SumSubject } from '@speedtax/domain';

interface SumTable {
  readonly table: 'team_day_sum' | 'pair_day_sum' | 'initiative_day_sum' | 'initiative_team_day_sum';
  /** The columns that name the subject, one or two. */
  readonly subject: readonly [string] | readonly [string, string];
  /** Columns of the measures, in the order of the engine's `measuresOf`. */
  readonly measures: readonly string[];
}

/** Where the daily sums of each subject live. */
export const sumTables = {
  team: { table: 'team_day_sum', subject: ['team_id'], measures: ['in_play_ms', 'held_ms', 'dragging_ms', 'blocked_before_play_ms'] },
  pair: {
    table: 'pair_day_sum',
    subject: ['waiting_team_id', 'blocking_team_id'],
    measures: ['waiting_ms', 'root_ms', 'unaccepted_ms', 'queued_ms', 'in_work_ms'],
  },
  initiative: { table: 'initiative_day_sum', subject: ['initiative_id'], measures: ['clock_waiting_ms', 'stalled_ms'] },
  initiativeTeam: { table: 'initiative_team_day_sum', subject: ['initiative_id', 'team_id'], measures: ['in_play_ms', 'waiting_ms'] },
} as const satisfies Record<SumSubject, SumTable>;

/** What `open_sum.b_id` holds where the subject has one part. */
export const nilId = '00000000-0000-0000-0000-000000000000';
