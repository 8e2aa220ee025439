import type { TeamPair } from '@speedtax/domain';
import { type RawBuilder, sql } from 'kysely';
import { type InstantWindow, overlapMs, overlaps } from './instant-window.ts';
import { waits } from './unpacked.ts';

/**
 * Common table expressions up to `pair_wait`: the rows of some pairs, clipped to a window. `wait_no` numbers the waits of one
 * issue of a pair: one wait goes on while the team blocks without a break.
 */
export function withPairWaits(organizationId: string, window: InstantWindow, pairs: readonly TeamPair[]): RawBuilder<unknown> {
  const isAsked = sql`(pack.waiting_team_id, pack.blocking_team_id) in (select waiting_team_id, blocking_team_id from asked)`;
  return sql`
    with asked as (
      select waiting_team_id, blocking_team_id
      from unnest(${pairs.map((pair) => pair.waitingTeamId)}::uuid[], ${pairs.map((pair) => pair.blockingTeamId)}::uuid[])
        as asked (waiting_team_id, blocking_team_id)
    ),
    marked as (
      select waiting_team_id, blocking_team_id, issue_id, from_at, share, anatomy, blocker_issue_ids, ${overlapMs(window)} as ms,
        coalesce(lag(to_at) over by_issue = from_at, false) as goes_on
      from ${waits(organizationId, { before: window.to, after: window.from, where: isAsked })}
      where ${overlaps(window)}
      window by_issue as (partition by waiting_team_id, blocking_team_id, issue_id order by from_at)
    ),
    pair_wait as (
      select *, count(*) filter (where not goes_on)
        over (partition by waiting_team_id, blocking_team_id, issue_id order by from_at) as wait_no
      from marked
    )`;
}
