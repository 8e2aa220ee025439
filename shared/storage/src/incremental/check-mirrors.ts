import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { DoubtError } from './doubt.ts';

/** @throws DoubtError where two trackers keep one of these issues: a whole analysis tells the two apart, and finds one */
export async function checkMirrors(trx: Transaction<Tables>, organizationId: string, issueIds: readonly string[]): Promise<void> {
  const { rows } = await sql`
    select from issue_mirror
    where organization_id = ${organizationId} and (copy_id = any(${issueIds}::uuid[]) or issue_id = any(${issueIds}::uuid[])) limit 1
  `.execute(trx);
  if (rows.length > 0) throw new DoubtError('an issue that two trackers keep has changed');
}
