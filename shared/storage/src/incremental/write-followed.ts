import { sql, type Transaction } from 'kysely';
import type { AnalysisRecord } from '../derived/write-analysis.ts';
import type { Tables } from '../tables.ts';

/**
 * Says of the standing analysis that it is as of a later instant. To be done before anything else is written: in a transaction with one
 * snapshot it fails where somebody else has written an analysis meanwhile.
 */
export async function writeFollowed(trx: Transaction<Tables>, record: Omit<AnalysisRecord, 'engineVersion' | 'calendar'>): Promise<void> {
  await sql`
    update analysis set data_cut_off_at = ${record.dataCutOffAt}, finished_at = ${record.finishedAt}, duration_ms = ${record.durationMs},
      coverage = ${JSON.stringify(record.coverage)}::jsonb
    where organization_id = ${record.organizationId}
  `.execute(trx);
}
