import type { Anatomy, WaitPhase } from '@speedtax/domain';
import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { type InstantWindow, overlaps } from './instant-window.ts';
import { waitsOfIssues } from './unpacked.ts';

export interface WaitRow {
  readonly fromAt: Date;
  /** Null: it lasts. */
  readonly toAt: Date | null;
  readonly waitingTeamId: string;
  readonly blockingTeamId: string;
  readonly share: number;
  readonly phase: WaitPhase;
  readonly anatomy: Anatomy;
  readonly blockerIssueIds: readonly string[];
}

/** Far more than any issue has; a figure that rests on more is cut here and would show. */
const maxWaitRows = 20_000;

/** The waits of one issue that reach into a window, in order; not clipped. */
export async function listIssueWaits(
  trx: DatabaseTransaction,
  organizationId: string,
  issueId: string,
  window: InstantWindow,
): Promise<WaitRow[]> {
  const { rows } = await sql<WaitRow>`
    select from_at as "fromAt", to_at as "toAt", waiting_team_id as "waitingTeamId", blocking_team_id as "blockingTeamId", share, phase,
      anatomy, blocker_issue_ids as "blockerIssueIds"
    from ${waitsOfIssues(organizationId, sql`${issueId}::uuid`, window.to)}
    where ${overlaps(window)}
    order by from_at, blocking_team_id
    limit ${maxWaitRows}
  `.execute(trx);
  return rows;
}
