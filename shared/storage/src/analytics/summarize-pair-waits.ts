import type { TeamPair } from '@speedtax/domain';
import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import type { InstantWindow } from './instant-window.ts';
import { withPairWaits } from './pair-waits.ts';

export interface PairWaitSummary extends TeamPair {
  /** One wait: an issue blocked by the other team without a break. */
  readonly waits: number;
  readonly issues: number;
  /** Of whole waits, whoever else blocked; nearest rank. */
  readonly medianMs: number;
  /** The blocking team's share: sums to the pair's waiting time. Not rounded. */
  readonly unacceptedMs: number;
  readonly queuedMs: number;
  readonly inWorkMs: number;
}

/** How these pairs waited in a window; a pair without a wait is left out. */
export async function summarizePairWaits(
  trx: DatabaseTransaction,
  organizationId: string,
  window: InstantWindow,
  pairs: readonly TeamPair[],
): Promise<PairWaitSummary[]> {
  const { rows } = await sql<PairWaitSummary>`
    ${withPairWaits(organizationId, window, pairs)},
    whole as (
      select waiting_team_id, blocking_team_id, issue_id, sum(ms) as ms,
        sum(ms * share) filter (where anatomy = 'unaccepted') as unaccepted_ms,
        sum(ms * share) filter (where anatomy = 'queued') as queued_ms,
        sum(ms * share) filter (where anatomy = 'in_work') as in_work_ms
      from pair_wait
      group by waiting_team_id, blocking_team_id, issue_id, wait_no
    )
    select waiting_team_id as "waitingTeamId", blocking_team_id as "blockingTeamId", count(*) as waits, count(distinct issue_id) as issues,
      percentile_disc(0.5) within group (order by ms) as "medianMs", coalesce(sum(unaccepted_ms), 0) as "unacceptedMs",
      coalesce(sum(queued_ms), 0) as "queuedMs", coalesce(sum(in_work_ms), 0) as "inWorkMs"
    from whole
    group by waiting_team_id, blocking_team_id
  `.execute(trx);
  return rows;
}
