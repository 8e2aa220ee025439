import type { Calendar } from '@speedtax/domain';
import type { CoverageByConnection } from '../tables.ts';
import type { DatabaseTransaction } from './database-transaction.ts';

export interface LatestAnalysis {
  readonly engineVersion: number;
  /** Every figure counts up to this instant. */
  readonly dataCutOffAt: Date;
  readonly finishedAt: Date;
  readonly coverage: CoverageByConnection;
  /** What days and durations were measured with; null: not noted. */
  readonly calendar: Calendar | null;
}

export async function findAnalysis(trx: DatabaseTransaction, organizationId: string): Promise<LatestAnalysis | undefined> {
  const row = await trx
    .selectFrom('analysis')
    .select(['engine_version', 'data_cut_off_at', 'finished_at', 'coverage', 'calendar'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return (
    row && {
      engineVersion: row.engine_version,
      dataCutOffAt: row.data_cut_off_at,
      finishedAt: row.finished_at,
      coverage: row.coverage,
      calendar: row.calendar,
    }
  );
}
