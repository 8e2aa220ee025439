import type { WaitSet } from '@speedtax/domain';
import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { type InstantWindow, overlapMs, overlaps } from './instant-window.ts';

/** How long issues of each team waited on exactly which teams at once in a window, in whole milliseconds. */
export async function listWaitSets(trx: DatabaseTransaction, organizationId: string, window: InstantWindow): Promise<WaitSet[]> {
  // A team that blocks alone has the whole share. Where several block, one's row may go on while another's ends: cut at every end.
  const { rows } = await sql<WaitSet>`
    with clipped as (
      select issue_id, waiting_team_id, blocking_team_id, share, greatest(from_at, ${window.from}) as from_at, least(to_at, ${window.to}) as to_at,
        ${overlapMs(window)} as ms
      from wait
      where organization_id = ${organizationId} and ${overlaps(window)}
    ),
    shared as materialized (select * from clipped where share < 1),
    cuts as (select issue_id, from_at as at from shared union select issue_id, to_at from shared),
    pieces as (select issue_id, at as from_at, lead(at) over (partition by issue_id order by at) as to_at from cuts),
    together as (
      select s.waiting_team_id, array_agg(s.blocking_team_id order by s.blocking_team_id) as blocking_team_ids,
        extract(epoch from p.to_at - p.from_at)::float8 * 1000 as ms
      from pieces p
      join shared s on s.issue_id = p.issue_id and s.from_at <= p.from_at and s.to_at >= p.to_at
      group by p.issue_id, p.from_at, p.to_at, s.waiting_team_id
    ),
    sets as (
      select waiting_team_id, array[blocking_team_id] as blocking_team_ids, ms from clipped where share = 1
      union all
      select waiting_team_id, blocking_team_ids, ms from together
    )
    select waiting_team_id as "waitingTeamId", blocking_team_ids as "blockingTeamIds", round(sum(ms)) as "waitingMs"
    from sets
    group by waiting_team_id, blocking_team_ids
    order by waiting_team_id, blocking_team_ids
  `.execute(trx);
  return rows;
}
