import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { type InstantWindow, lengthMs } from './instant-window.ts';
import { ofTeams, waitSpans } from './unpacked.ts';

export interface PairWaitsQuestion {
  /** Waits that began in it. */
  readonly window: InstantWindow;
  readonly dataCutOffAt: Date;
  readonly waitingTeamId?: string | undefined;
  readonly blockingTeamId?: string | undefined;
}

export interface PairWaitLengths {
  readonly waitingTeamId: string;
  readonly blockingTeamId: string;
  readonly endedMs: readonly number[];
  /** Of waits that last to this day, up to the data cut-off. */
  readonly lastingMs: readonly number[];
}

/** How long teams blocked issues of others without a break, by pair. A wait that began before the window is not in it. */
export async function listPairWaitLengths(
  trx: DatabaseTransaction,
  organizationId: string,
  { window, dataCutOffAt, waitingTeamId, blockingTeamId }: PairWaitsQuestion,
): Promise<PairWaitLengths[]> {
  // A row that ends where the window begins may go on in it, and then the wait began before.
  const { rows } = await sql<PairWaitLengths>`
    with joined as (
      select waiting_team_id, blocking_team_id, range_agg(tstzrange(from_at, to_at)) as spans
      from ${waitSpans(organizationId, { before: dataCutOffAt, where: ofTeams({ waitingTeamId, blockingTeamId }) })}
      where to_at is null or to_at >= ${window.from}
      group by issue_id, waiting_team_id, blocking_team_id
    ),
    waited as (
      select waiting_team_id, blocking_team_id, upper_inf(span) or upper(span) > ${dataCutOffAt} as lasts,
        ${lengthMs(window, sql`lower(span)`, sql`least(upper(span), ${dataCutOffAt}::timestamptz)`)} as ms
      from joined
      cross join lateral unnest(spans) as span
      where lower(span) >= ${window.from} and lower(span) < ${window.to}
    )
    select waiting_team_id as "waitingTeamId", blocking_team_id as "blockingTeamId",
      coalesce(array_agg(ms) filter (where not lasts), '{}') as "endedMs", coalesce(array_agg(ms) filter (where lasts), '{}') as "lastingMs"
    from waited
    group by waiting_team_id, blocking_team_id
    order by waiting_team_id, blocking_team_id
  `.execute(trx);
  return rows;
}
