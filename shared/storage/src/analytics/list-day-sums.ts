import type { SumSubject } from '@speedtax/domain';
import { sql } from 'kysely';
import { byDay, sumTables } from '../derived/sum-tables.ts';
import type { DatabaseTransaction } from './database-transaction.ts';
import { type DayRange, isDayIn, isMonthTouched, isWholeMonth, listCutMonths } from './month-range.ts';

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
  const isOfSubject = sql`organization_id = ${organizationId} ${aId ? sql`and ${sql.ref(parts[0])} = ${aId}` : sql``}`;
  const sums = measures.map((measure, k) => sql`sum(${sql.ref(measure)}) as ${sql.ref(`sum_${k}`)}`);
  // Most of a window are whole months, whose sums are there already; only the months that it cuts are read day by day.
  const { rows } = await sql<Record<string, number> & { a_id: string; b_id: string | null }>`
    with part as (
      select ${columns}, ${sql.join(measures.map((measure) => sql.ref(measure)))} from ${sql.table(table)}
      where ${isOfSubject} and ${isWholeMonth(range)}
      union all
      select ${columns}, ${sql.join(measures.map((measure) => sql.ref(measure)))}
      from (
        select ${columns}, month, ${dayColumns(measures)} from ${sql.table(table)}
        where ${isOfSubject} and month = any(${listCutMonths(range)}::date[])
      ) by_day
      where ${isDayIn(range, sql`day`)}
    )
    select ${sql.ref(parts[0])} as a_id, ${parts.length > 1 ? sql.ref(parts[1] as string) : sql`null::uuid`} as b_id, ${sql.join(sums)}
    from part
    group by ${columns}
    order by ${columns}
  `.execute(trx);
  return rows.map((row) => ({ aId: row.a_id, bId: row.b_id, values: measures.map((_, k) => row[`sum_${k}`] as number) }));
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
    select month + day as day, array[${sql.join(measures.map((measure) => sql`sum(${sql.ref(measure)})`))}] as values
    from (
      select month, ${dayColumns(measures)} from ${sql.table(table)}
      where organization_id = ${organizationId} and ${isMonthTouched(range)}
        ${of ? sql`and ${sql.ref(parts[of.part] as string)} = ${of.id}` : sql``}
    ) by_day
    where ${isDayIn(range, sql`day`)}
    group by 1
    order by 1
  `.execute(trx);
  return rows;
}

/** The days of a row as rows, measures by their names. */
function dayColumns(measures: readonly string[]) {
  return sql`unnest(days) as day, ${sql.join(measures.map((measure) => sql`unnest(${sql.ref(byDay(measure))}) as ${sql.ref(measure)}`))}`;
}
