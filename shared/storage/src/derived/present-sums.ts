import { type CompanyIds, type DailySumColumns, measuresOf, type OpenSums, type SumSubject } from '@speedtax/domain';
import type { Insertable } from 'kysely';
import type { ColumnRows } from '../bulk/replace-columns.ts';
import type { Tables } from '../tables.ts';
import type { DerivedKey } from './derived-key.ts';
import { deriveMonthRuns } from './month-runs.ts';
import type { PackedIds } from './pack-ids.ts';
import { byDay, nilId, sumTables } from './sum-tables.ts';

const msPerDay = 86_400_000;

/** One row per subject and month: the days that have anything, and of each measure the days' sums and the month's. */
export function monthSumRows(ids: PackedIds, subject: SumSubject, sums: DailySumColumns): ColumnRows {
  const { subject: parts, measures } = sumTables[subject];
  const { count, month, begin, end } = deriveMonthRuns(sums);
  const aIds = subject === 'team' || subject === 'pair' ? ids.teams : ids.initiatives;
  return {
    count,
    columns: ['month', ...parts, 'days', ...measures, ...measures.map(byDay)],
    writeRow(run, out) {
      const [first, next] = [begin[run] as number, end[run] as number];
      const firstDay = month[run] as number;
      out.date(firstDay);
      out.uuid(aIds, sums.a[first] as number);
      if (parts.length > 1) out.uuid(ids.teams, sums.b[first] as number);
      out.int2s(sums.day.subarray(first, next).map((day) => day - firstDay));
      for (const column of sums.values) out.float8(addUp(column, first, next));
      for (const column of sums.values) out.float8s(column, first, next);
    },
  };
}

function addUp(values: Float64Array, begin: number, end: number): number {
  let sum = 0;
  for (let k = begin; k < end; k += 1) sum += values[k] as number;
  return sum;
}

export function* openSumRows(derived: DerivedKey, ids: CompanyIds, openSums: OpenSums): Generator<Insertable<Tables['open_sum']>> {
  const nameDay = makeDayNames();
  for (const subject of Object.keys(measuresOf) as SumSubject[]) {
    const sums = openSums[subject];
    const [aIds, bIds] = subjectIds(ids, subject);
    for (let row = 0; row < sums.count; row++) {
      yield {
        ...derived,
        subject,
        a_id: aIds[sums.a[row] as number] as string,
        b_id: bIds?.[sums.b[row] as number] ?? nilId,
        measure: measuresOf[subject][sums.measure[row] as number] as string,
        since_day: nameDay(sums.sinceDay[row] as number),
        weight: sums.weight[row] as number,
        offset_ms: sums.offsetMs[row] as number,
      };
    }
  }
}

function subjectIds(ids: CompanyIds, subject: SumSubject): [readonly string[]] | [readonly string[], readonly string[]] {
  if (subject === 'team') return [ids.teams];
  if (subject === 'pair') return [ids.teams, ids.teams];
  return subject === 'initiativeTeam' ? [ids.initiatives, ids.teams] : [ids.initiatives];
}

/** Days since 1970 as 'YYYY-MM-DD', each written once. */
function makeDayNames(): (day: number) => string {
  const names = new Map<number, string>();
  return (day) => {
    const name = names.get(day) ?? new Date(day * msPerDay).toISOString().slice(0, 10);
    names.set(day, name);
    return name;
  };
}
