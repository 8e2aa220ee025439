import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { type InstantWindow, overlaps } from './instant-window.ts';

export interface IssueFlag {
  readonly fromAt: Date;
  /** Null: it lasts. */
  readonly toAt: Date | null;
  /** Who owned the issue. */
  readonly teamId: string;
}

/** Far more than anybody sets on one issue. */
const maxFlags = 5_000;

/** When an issue was flagged, in play and not waiting, within a window: in order, not clipped. */
export async function listIssueFlags(
  trx: DatabaseTransaction,
  organizationId: string,
  issueId: string,
  window: InstantWindow,
): Promise<IssueFlag[]> {
  const { rows } = await sql<IssueFlag>`
    select from_at as "fromAt", to_at as "toAt", team_id as "teamId" from flagged_span
    where organization_id = ${organizationId} and issue_id = ${issueId} and ${overlaps(window)}
    order by from_at
    limit ${maxFlags}
  `.execute(trx);
  return rows;
}
