import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { type InstantWindow, overlaps } from './instant-window.ts';
import { waits } from './unpacked.ts';

export interface PairIssues {
  readonly waitingTeamId: string;
  readonly blockingTeamId: string;
  readonly issues: number;
}

/** How many issues of one team waited on another in a window. */
export async function countPairIssues(trx: DatabaseTransaction, organizationId: string, window: InstantWindow): Promise<PairIssues[]> {
  const { rows } = await sql<PairIssues>`
    select waiting_team_id as "waitingTeamId", blocking_team_id as "blockingTeamId", count(distinct issue_id) as issues
    from ${waits(organizationId, { before: window.to })}
    where ${overlaps(window)}
    group by waiting_team_id, blocking_team_id
  `.execute(trx);
  return rows;
}
