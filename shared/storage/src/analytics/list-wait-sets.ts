import type { WaitSet } from '@speedtax/domain';
import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { type InstantWindow, overlapMs, overlaps } from './instant-window.ts';
import { waitSpans } from './unpacked.ts';

/** How long issues of each team waited on exactly which teams at once in a window, in whole milliseconds. */
export async function listWaitSets(trx: DatabaseTransaction, organizationId: string, window: InstantWindow): Promise<WaitSet[]> {
  // Rows that begin and end together are a whole set when there are as many as share the wait, as nearly always. Of the rest one row
  // goes on while another's ends: they are cut at every end.
  const { rows } = await sql<WaitSet>`
    with clipped as (
      select issue_id, waiting_team_id, blocking_team_id, share, greatest(from_at, ${window.from}) as from_at, least(to_at, ${window.to}) as to_at
      from ${waitSpans(organizationId, { before: window.to, after: window.from })}
      where ${overlaps(window)}
    ),
    grouped as materialized (
      select issue_id, waiting_team_id, from_at, to_at, array_agg(blocking_team_id order by blocking_team_id) as blocking_team_ids,
        count(*) = round(1 / min(share)) as is_whole
      from clipped
      where share < 1
      group by issue_id, from_at, to_at, waiting_team_id
    ),
    partial as (
      select issue_id, waiting_team_id, from_at, to_at, blocking_team_id
      from grouped, unnest(blocking_team_ids) as blocking_team_id
      where not is_whole
    ),
    cuts as (select issue_id, from_at as at from partial union select issue_id, to_at from partial),
    pieces as (select issue_id, at as from_at, lead(at) over (partition by issue_id order by at) as to_at from cuts),
    together as (
      select p.waiting_team_id, array_agg(p.blocking_team_id order by p.blocking_team_id) as blocking_team_ids, pieces.from_at, pieces.to_at
      from pieces
      join partial p on p.issue_id = pieces.issue_id and p.from_at <= pieces.from_at and p.to_at >= pieces.to_at
      group by p.issue_id, pieces.from_at, pieces.to_at, p.waiting_team_id
    ),
    sets as (
      select waiting_team_id, array[blocking_team_id] as blocking_team_ids, ${overlapMs(window)} as ms from clipped where share = 1
      union all
      select waiting_team_id, blocking_team_ids, ${overlapMs(window)} from grouped where is_whole
      union all
      select waiting_team_id, blocking_team_ids, ${overlapMs(window)} from together
    )
    select waiting_team_id as "waitingTeamId", blocking_team_ids as "blockingTeamIds", round(sum(ms)) as "waitingMs"
    from sets
    group by waiting_team_id, blocking_team_ids
    order by waiting_team_id, blocking_team_ids
  `.execute(trx);
  return rows;
}
