import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { type InstantWindow, overlaps } from './instant-window.ts';
import { waitSpans } from './unpacked.ts';

export interface PairIssues {
  readonly waitingTeamId: string;
  readonly blockingTeamId: string;
  readonly issues: number;
}

/** How many issues of one team waited on another in a window. */
export async function countPairIssues(trx: DatabaseTransaction, organizationId: string, window: InstantWindow): Promise<PairIssues[]> {
  const { rows } = await sql<PairIssues>`
    select waiting_team_id as "waitingTeamId", blocking_team_id as "blockingTeamId", count(*) as issues
    from (
      select distinct waiting_team_id, blocking_team_id, issue_id
      from ${waitSpans(organizationId, { before: window.to, after: window.from })}
      where ${overlaps(window)}
    ) waited
    group by waiting_team_id, blocking_team_id
  `.execute(trx);
  return rows;
}
