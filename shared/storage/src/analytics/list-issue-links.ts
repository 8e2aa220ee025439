import type { DatabaseTransaction } from './database-transaction.ts';

export interface IssueLinkRow {
  readonly direction: 'blocked_by' | 'blocks';
  readonly otherIssueId: string;
  /** Null: not known. */
  readonly fromAt: Date | null;
  /** Null: the link still stands. */
  readonly toAt: Date | null;
  readonly startEvidence: 'link' | 'history' | 'unknown';
}

const maxLinks = 1_000;

/** The dependencies of one issue in both directions, by their start; 1,000 at most of each. */
export async function listIssueLinks(trx: DatabaseTransaction, organizationId: string, issueId: string): Promise<IssueLinkRow[]> {
  const [blockedBy, blocks] = [
    await listSide(trx, organizationId, issueId, 'blocked_issue_id', 'blocker_issue_id'),
    await listSide(trx, organizationId, issueId, 'blocker_issue_id', 'blocked_issue_id'),
  ];
  return [
    ...blockedBy.map((row) => ({ direction: 'blocked_by' as const, ...row })),
    ...blocks.map((row) => ({ direction: 'blocks' as const, ...row })),
  ];
}

type Side = 'blocked_issue_id' | 'blocker_issue_id';

function listSide(trx: DatabaseTransaction, organizationId: string, issueId: string, own: Side, other: Side) {
  return trx
    .selectFrom('dependency')
    .select([`${other} as otherIssueId`, 'from_at as fromAt', 'to_at as toAt', 'start_evidence as startEvidence'])
    .where('organization_id', '=', organizationId)
    .where(own, '=', issueId)
    .orderBy('from_at')
    .orderBy(other)
    .limit(maxLinks)
    .execute();
}
