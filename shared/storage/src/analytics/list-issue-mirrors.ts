import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';

export interface IssueMirror {
  readonly otherIssueId: string;
  /** Figures know that one; else they know the one that was asked about. */
  readonly isCounted: boolean;
}

const maxMirrors = 20;

/** The same issue in other trackers. */
export async function listIssueMirrors(trx: DatabaseTransaction, organizationId: string, issueId: string): Promise<IssueMirror[]> {
  const { rows } = await sql<IssueMirror>`
    select issue_id as "otherIssueId", true as "isCounted" from issue_mirror where organization_id = ${organizationId} and copy_id = ${issueId}
    union all
    select copy_id, false from issue_mirror where organization_id = ${organizationId} and issue_id = ${issueId}
    order by 1 limit ${maxMirrors}
  `.execute(trx);
  return rows;
}
