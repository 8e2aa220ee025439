import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** Until the transaction ends no other process writes this organization's analysis. */
export async function lockAnalysis(trx: Transaction<Tables>, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`analysis ${organizationId}`}, 0))`.execute(trx);
}
