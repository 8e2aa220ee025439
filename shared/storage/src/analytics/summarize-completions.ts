import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import type { InstantWindow } from './instant-window.ts';

export interface CompletionSummary {
  readonly teamId: string;
  readonly waited: number;
  readonly waitedReworked: number;
  readonly neverWaited: number;
  readonly neverWaitedReworked: number;
}

/**
 * Issues completed in a window: each once, by its last completion in it, for the team that owned it then. Reworked: a defect,
 * or reopened after any of its completions in the window.
 */
export async function summarizeCompletions(
  trx: DatabaseTransaction,
  organizationId: string,
  { from, to }: InstantWindow,
): Promise<CompletionSummary[]> {
  // Most issues are completed once: their bits are counted. A pack is in order of time, so a window is a stretch of it.
  const { rows } = await sql<CompletionSummary>`
    with asked as (
      select completion_year.*, stretch.first, greatest(stretch.until - stretch.first, 0) as length
      from completion_year, lateral (select ${placeOf(from)} + 1 as first, ${placeOf(to)} + 1 as until) stretch
      where organization_id = ${organizationId} and year between ${from.getUTCFullYear()} and ${to.getUTCFullYear()}
    ),
    once as (
      select team_id, length, substring(waited from first for length) as waited,
        substring(is_defect | reopened from first for length) as reworked
      from asked
      where not is_repeated
    ),
    counted as (
      select team_id, bit_count(waited) as waited, bit_count(waited & reworked) as waited_reworked,
        length - bit_count(waited) as never_waited, bit_count(~waited & reworked) as never_waited_reworked
      from once
    ),
    repeated as (
      select distinct on (issue_id) team_id, get_bit(waited, place) = 1 as waited,
        get_bit(is_defect, place) = 1 or bool_or(get_bit(reopened, place) = 1) over (partition by issue_id) as reworked
      from asked, lateral (
        select issue_ids[place + 1] as issue_id, asked.at[place + 1] as at, place from generate_series(first - 1, first + length - 2) as place
      ) completion
      where is_repeated
      order by issue_id, completion.at desc
    ),
    part as (
      select * from counted
      union all
      select team_id, count(*) filter (where waited), count(*) filter (where waited and reworked), count(*) filter (where not waited),
        count(*) filter (where not waited and reworked)
      from repeated
      group by team_id
    )
    select team_id as "teamId", sum(waited) as waited, sum(waited_reworked) as "waitedReworked", sum(never_waited) as "neverWaited",
      sum(never_waited_reworked) as "neverWaitedReworked"
    from part
    group by team_id
    having sum(waited) + sum(never_waited) > 0
  `.execute(trx);
  return rows;
}

/** How many completions of the pack come before an instant. */
function placeOf(instant: Date) {
  return sql`width_bucket(${instant}::timestamptz - interval '1 microsecond', completion_year.at)`;
}
