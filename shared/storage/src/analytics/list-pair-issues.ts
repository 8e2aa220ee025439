import type { TeamPair } from '@speedtax/domain';
import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import type { InstantWindow } from './instant-window.ts';
import { withPairWaits } from './pair-waits.ts';

export interface PairIssue extends TeamPair {
  readonly issueId: string;
  /** The blocking team's share, in whole milliseconds. */
  readonly waitingMs: number;
}

/** The issues behind these pairs, of each pair the `limit` that waited longest. */
export async function listPairIssues(
  trx: DatabaseTransaction,
  organizationId: string,
  window: InstantWindow,
  { pairs, limit }: { pairs: readonly TeamPair[]; limit: number },
): Promise<PairIssue[]> {
  const { rows } = await sql<PairIssue>`
    ${withPairWaits(organizationId, window, pairs)},
    placed as (
      select waiting_team_id, blocking_team_id, issue_id, sum(ms * share) as ms,
        row_number() over (partition by waiting_team_id, blocking_team_id order by sum(ms * share) desc, issue_id) as place
      from pair_wait
      group by waiting_team_id, blocking_team_id, issue_id
    )
    select waiting_team_id as "waitingTeamId", blocking_team_id as "blockingTeamId", issue_id as "issueId", round(ms) as "waitingMs"
    from placed
    where place <= ${limit}
    order by waiting_team_id, blocking_team_id, place
  `.execute(trx);
  return rows;
}
