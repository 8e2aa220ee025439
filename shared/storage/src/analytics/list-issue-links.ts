import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';

export interface IssueLinkRow {
  readonly direction: 'blocked_by' | 'blocks';
  readonly otherIssueId: string;
  /** Null: not known. */
  readonly fromAt: Date | null;
  /** Null: the link still stands. */
  readonly toAt: Date | null;
  readonly startEvidence: 'link' | 'history' | 'seen' | 'unknown';
  /** `relation`, `link`: the tracker's own, of a Linear and of a Jira. */
  readonly foundIn: 'relation' | 'link' | 'attachment' | 'remote_link' | 'text';
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

/** What its tracker calls its own links. */
const ownLink = sql<'relation' | 'link'>`(
  select case c.provider when 'jira' then 'link' else 'relation' end from connection c
  where c.organization_id = dependency.organization_id and c.id = dependency.connection_id)`;

type Side = 'blocked_issue_id' | 'blocker_issue_id';

function listSide(trx: DatabaseTransaction, organizationId: string, issueId: string, own: Side, other: Side) {
  return trx
    .selectFrom('dependency')
    .select((column) => [
      `${other} as otherIssueId`,
      'from_at as fromAt',
      'to_at as toAt',
      'start_evidence as startEvidence',
      column.fn.coalesce('found_in', ownLink).as('foundIn'),
    ])
    .where('organization_id', '=', organizationId)
    .where(own, '=', issueId)
    .orderBy('from_at')
    .orderBy(other)
    .limit(maxLinks)
    .execute();
}
