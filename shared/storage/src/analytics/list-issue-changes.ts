import type { DatabaseTransaction } from './database-transaction.ts';

export interface IssueChangeRow {
  readonly at: Date;
  readonly fromId: string | null;
  readonly toId: string | null;
}

const maxChanges = 10_000;

/** The dated changes of one field of one issue, in order. */
export async function listIssueChanges(
  trx: DatabaseTransaction,
  organizationId: string,
  issueId: string,
  field: 'status' | 'team' | 'assignee' | 'closed',
): Promise<IssueChangeRow[]> {
  return trx
    .selectFrom('issue_change')
    .select(['at', 'from_id as fromId', 'to_id as toId'])
    .where('organization_id', '=', organizationId)
    .where('issue_id', '=', issueId)
    .where('field', '=', field)
    .orderBy('at')
    .orderBy('external_id')
    .limit(maxChanges)
    .execute();
}
