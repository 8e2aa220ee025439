import type { DerivedTables } from '../tables.ts';
import type { DatabaseTransaction } from './database-transaction.ts';
import { type InstantWindow, overlaps } from './instant-window.ts';

type WaitTable = DerivedTables['wait'];

export interface WaitRow {
  readonly fromAt: Date;
  /** Null: it lasts. */
  readonly toAt: Date | null;
  readonly waitingTeamId: string;
  readonly blockingTeamId: string;
  readonly share: number;
  readonly phase: WaitTable['phase'];
  readonly anatomy: WaitTable['anatomy'];
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
  return trx
    .selectFrom('wait')
    .select([
      'from_at as fromAt',
      'to_at as toAt',
      'waiting_team_id as waitingTeamId',
      'blocking_team_id as blockingTeamId',
      'share',
      'phase',
      'anatomy',
      'blocker_issue_ids as blockerIssueIds',
    ])
    .where('organization_id', '=', organizationId)
    .where('issue_id', '=', issueId)
    .where(overlaps(window))
    .orderBy('from_at')
    .orderBy('blocking_team_id')
    .limit(maxWaitRows)
    .execute();
}
