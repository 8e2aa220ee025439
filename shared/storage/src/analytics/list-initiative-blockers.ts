import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';

export interface BlockerRow {
  readonly blockerIssueId: string;
  readonly isExternal: boolean;
  readonly sinceAt: Date;
  readonly blockedIssueIds: readonly string[];
}

export interface BlockerPosition {
  readonly sinceAt: Date;
  readonly blockerIssueId: string;
}

/** What blocks an initiative now, oldest first. */
export async function listInitiativeBlockers(
  trx: DatabaseTransaction,
  organizationId: string,
  initiativeId: string,
  { after, limit }: { after: BlockerPosition | null; limit: number },
): Promise<BlockerRow[]> {
  return trx
    .selectFrom('initiative_blocker')
    .select([
      'blocker_issue_id as blockerIssueId',
      'is_external as isExternal',
      'since_at as sinceAt',
      'blocked_issue_ids as blockedIssueIds',
    ])
    .where('organization_id', '=', organizationId)
    .where('initiative_id', '=', initiativeId)
    .$if(after !== null, (query) => query.where(sql<boolean>`(since_at, blocker_issue_id) > (${after?.sinceAt}, ${after?.blockerIssueId})`))
    .orderBy('since_at')
    .orderBy('blocker_issue_id')
    .limit(limit)
    .execute();
}
