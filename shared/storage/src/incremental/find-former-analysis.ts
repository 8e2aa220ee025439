import type { Calendar } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import type { CoverageByConnection, Tables } from '../tables.ts';

/** The analysis that stands, and of which one may follow. */
export interface FormerAnalysis {
  readonly engineVersion: number;
  readonly dataCutOffAt: Date;
  readonly calendar: Calendar | null;
  readonly coverage: CoverageByConnection;
  /** The same as long as nobody has written another one. */
  readonly revision: string;
}

export async function findFormerAnalysis(trx: Transaction<Tables>, organizationId: string): Promise<FormerAnalysis | null> {
  const { rows } = await sql<FormerAnalysis>`
    select engine_version as "engineVersion", data_cut_off_at as "dataCutOffAt", calendar, coverage, concat_ws(' ', xmin, ctid) as revision
    from analysis where organization_id = ${organizationId}
  `.execute(trx);
  return rows[0] ?? null;
}
