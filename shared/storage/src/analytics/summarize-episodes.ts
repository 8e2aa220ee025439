import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { type InstantWindow, overlapMs, overlaps } from './instant-window.ts';

export interface EpisodeSummary {
  /** Null: the company as a whole, where a wait goes on when the issue moves to another team. */
  readonly teamId: string | null;
  readonly count: number;
  readonly issues: number;
  /** Nearest rank. */
  readonly medianMs: number | null;
  readonly p85Ms: number | null;
}

// Below 0.85, because 0.85 × 20 is more than 17 to a computer.
const p85 = 0.85 - 1e-10;

const statistics = sql`count(*) as count, count(distinct issue_id) as issues,
  percentile_disc(0.5) within group (order by ms) as "medianMs", percentile_disc(${sql.lit(p85)}) within group (order by ms) as "p85Ms"`;

/** The waits of a window without a break, clipped to it: one row per team that waited, and one for the company. */
export async function summarizeEpisodes(
  trx: DatabaseTransaction,
  organizationId: string,
  window: InstantWindow,
): Promise<EpisodeSummary[]> {
  const { rows } = await sql<EpisodeSummary>`
    with clipped as (
      select issue_id, team_id, from_at, to_at, ${overlapMs(window)} as ms
      from wait_episode
      where organization_id = ${organizationId} and ${overlaps(window)}
    ),
    marked as (
      select issue_id, from_at, ms,
        coalesce(lag(to_at) over by_issue = from_at, false) as goes_on
      from clipped
      window by_issue as (partition by issue_id order by from_at)
    ),
    numbered as (
      select issue_id, ms, count(*) filter (where not goes_on) over (partition by issue_id order by from_at) as episode_no
      from marked
    ),
    whole as (select issue_id, sum(ms) as ms from numbered group by issue_id, episode_no)
    select team_id as "teamId", ${statistics} from clipped group by team_id
    union all
    select null, ${statistics} from whole
  `.execute(trx);
  return rows;
}
