import { type CompanyIds, type DailySumColumns, measuresOf, type OpenSums, type SumSubject } from '@speedtax/domain';
import type { Insertable } from 'kysely';
import type { Tables } from '../tables.ts';
import type { DerivedKey } from './derived-key.ts';
import { nilId, sumTables } from './sum-tables.ts';

const msPerDay = 86_400_000;

/** Rows of the subject's table; the caller names it, so that the type of the rows is that table's. */
export function* daySumRows<S extends SumSubject>(
  derived: DerivedKey,
  ids: CompanyIds,
  subject: S,
  sums: DailySumColumns,
): Generator<Insertable<Tables[(typeof sumTables)[S]['table']]>> {
  const { subject: parts, measures } = sumTables[subject];
  const nameDay = makeDayNames();
  const idsOfParts = subjectIds(ids, subject);
  for (let row = 0; row < sums.count; row++) {
    const stored: Record<string, unknown> = { ...derived, day: nameDay(sums.day[row] as number) };
    for (const [k, part] of parts.entries()) stored[part] = idsOfParts[k]?.[(k === 0 ? sums.a : sums.b)[row] as number];
    for (const [k, measure] of measures.entries()) stored[measure] = sums.values[k]?.[row];
    yield stored as unknown as Insertable<Tables[(typeof sumTables)[S]['table']]>;
  }
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
  return subject === 'initiative' ? [ids.initiatives] : [ids.initiatives, ids.teams];
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
