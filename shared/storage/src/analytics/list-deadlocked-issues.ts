import type { DatabaseTransaction } from './database-transaction.ts';

const maxIssues = 10_000;

/** Issues in a circle of cross-team dependencies now, circle by circle. */
export async function listDeadlockedIssues(trx: DatabaseTransaction, organizationId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('deadlock')
    .select('issue_id')
    .where('organization_id', '=', organizationId)
    .orderBy('deadlock_no')
    .orderBy('issue_id')
    .limit(maxIssues)
    .execute();
  return rows.map((row) => row.issue_id);
}
