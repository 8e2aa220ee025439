import type { SumSubject } from '@speedtax/domain';
import { nilId } from '../derived/sum-tables.ts';
import type { DatabaseTransaction } from './database-transaction.ts';

export interface OpenSum {
  readonly aId: string;
  /** Null where the subject has one part. */
  readonly bId: string | null;
  readonly measure: string;
  readonly sinceDay: string;
  readonly weight: number;
  readonly offsetMs: number;
}

/** What lasts to this day: grows with the clock, see `OpenSumColumns` of the engine. */
export async function listOpenSums(
  trx: DatabaseTransaction,
  organizationId: string,
  subject: SumSubject,
  of?: { part: 0 | 1; id: string },
): Promise<OpenSum[]> {
  const rows = await trx
    .selectFrom('open_sum')
    .select(['a_id', 'b_id', 'measure', 'since_day', 'weight', 'offset_ms'])
    .where('organization_id', '=', organizationId)
    .where('subject', '=', subject)
    .$if(of !== undefined, (query) => query.where(of?.part === 1 ? 'b_id' : 'a_id', '=', of?.id as string))
    .orderBy('a_id')
    .orderBy('b_id')
    .execute();
  return rows.map((row) => ({
    aId: row.a_id,
    bId: row.b_id === nilId ? null : row.b_id,
    measure: row.measure,
    sinceDay: row.since_day,
    weight: row.weight,
    offsetMs: row.offset_ms,
  }));
}
