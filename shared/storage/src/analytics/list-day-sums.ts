import type { SumSubject } from '@speedtax/domain';
import { sql } from 'kysely';
import { sumTables } from '../derived/sum-tables.ts';
import type { DatabaseTransaction } from './database-transaction.ts';

export interface DayRange {
  /** 'YYYY-MM-DD'; null: from the beginning. */
  readonly fromDay: string | null;
  /** Exclusive; null: to the end. */
  readonly toDay: string | null;
}

export interface SubjectSum {
  readonly aId: string;
  /** Null where the subject has one part. */
  readonly bId: string | null;
  /** Milliseconds, in the order of `measuresOf[subject]`. */
  readonly values: readonly number[];
}

/** What has ended, summed over days, for each subject; only for the subject `aId` where it is given. */
export async function listSubjectSums(
  trx: DatabaseTransaction,
  organizationId: string,
  subject: SumSubject,
  range: DayRange,
  aId?: string,
): Promise<SubjectSum[]> {
  const { table, subject: parts, measures } = sumTables[subject];
  const columns = sql.join(parts.map((part) => sql.ref(part)));
  const { rows } = await sql<{ a_id: string; b_id: string | null; values: number[] }>`
    select ${sql.ref(parts[0])} as a_id, ${parts.length > 1 ? sql.ref(parts[1] as string) : sql`null::uuid`} as b_id,
      array[${sql.join(measures.map((measure) => sql`sum(${sql.ref(measure)})`))}] as values
    from ${sql.table(table)}
    where ${inRange(organizationId, range)} ${aId ? sql`and ${sql.ref(parts[0])} = ${aId}` : sql``}
    group by ${columns}
    order by ${columns}
  `.execute(trx);
  return rows.map((row) => ({ aId: row.a_id, bId: row.b_id, values: row.values }));
}

export interface DaySum {
  readonly day: string;
  readonly values: readonly number[];
}

/** What has ended, day by day, summed over all subjects or over those whose part (first or second) is `id`. */
export async function listDaySums(
  trx: DatabaseTransaction,
  organizationId: string,
  subject: SumSubject,
  range: DayRange,
  of?: { part: 0 | 1; id: string },
): Promise<DaySum[]> {
  const { table, subject: parts, measures } = sumTables[subject];
  const { rows } = await sql<DaySum>`
    select day, array[${sql.join(measures.map((measure) => sql`sum(${sql.ref(measure)})`))}] as values
    from ${sql.table(table)}
    where ${inRange(organizationId, range)} ${of ? sql`and ${sql.ref(parts[of.part] as string)} = ${of.id}` : sql``}
    group by day
    order by day
  `.execute(trx);
  return rows;
}

function inRange(organizationId: string, { fromDay, toDay }: DayRange) {
  return sql`organization_id = ${organizationId}
    ${fromDay ? sql`and day >= ${fromDay}` : sql``}
    ${toDay ? sql`and day < ${toDay}` : sql``}`;
}
