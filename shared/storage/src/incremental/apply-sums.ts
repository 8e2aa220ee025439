import { addExact, type ExactMs, exactOf, isoDayOf, isZero, roundedMs, type SumDifference, type SumSubject } from '@speedtax/domain';
import { type Insertable, sql, type Transaction } from 'kysely';
import { upsertRows } from '../bulk/upsert-rows.ts';
import type { DerivedKey } from '../derived/derived-key.ts';
import { byDay, sumTables } from '../derived/sum-tables.ts';
import type { Tables } from '../tables.ts';
import { deleteKeys } from './delete-keys.ts';
import { DoubtError } from './doubt.ts';

type Subject = Exclude<SumSubject, 'initiative'>;
/** By day of the month, 0 for the first: the measures. */
type MonthDays = Map<number, readonly ExactMs[]>;

interface MonthRow {
  readonly ids: readonly string[];
  readonly month: string;
  readonly days: MonthDays;
}

/** Adds to what has ended of each subject what came less what went. @throws InexactSumError, DoubtError */
export async function applySums(trx: Transaction<Tables>, derived: DerivedKey, differences: readonly SumDifference[]): Promise<void> {
  for (const [subject, ofSubject] of Map.groupBy(differences, ({ subject }) => subject))
    await applySubject(trx, derived, subject as Subject, ofSubject);
}

async function applySubject(
  trx: Transaction<Tables>,
  derived: DerivedKey,
  subject: Subject,
  differences: readonly SumDifference[],
): Promise<void> {
  const months = groupByMonth(differences);
  const stored = await readMonths(trx, derived.organization_id, subject, [...months.values()]);
  const [rows, gone]: MonthRow[][] = [[], []] as [MonthRow[], MonthRow[]];
  for (const [name, { ids, month, days: changes }] of months) {
    const days: MonthDays = new Map(stored.get(name));
    for (const [day, change] of changes) {
      const before = days.get(day);
      const after = before === undefined ? change : change.map((value, m) => addExact(before[m] as ExactMs, value));
      if (after.some(({ ms }) => ms < 0)) throw new DoubtError(`a sum of ${subject} would be below zero in ${month}`);
      if (after.every(isZero)) days.delete(day);
      else days.set(day, after);
    }
    (days.size === 0 ? gone : rows).push({ ids, month, days });
  }
  const { table, subject: parts } = sumTables[subject];
  const keyOf = ({ ids, month }: MonthRow) => ({ month, ...Object.fromEntries(parts.map((part, k) => [part, ids[k]])) });
  await deleteKeys(
    trx,
    derived.organization_id,
    table,
    { month: 'date', ...Object.fromEntries(parts.map((part) => [part, 'uuid'])) },
    gone.map(keyOf),
  );
  const written = rows.map((row) => ({ ...derived, ...keyOf(row), ...monthColumns(subject, row.days) }));
  await upsertRows(trx, table, written as unknown as Insertable<Tables[typeof table]>[]);
}

function groupByMonth(differences: readonly SumDifference[]): Map<string, MonthRow> {
  const months = new Map<string, MonthRow>();
  for (const { aId, bId, day, values } of differences) {
    const iso = isoDayOf(day);
    const month = `${iso.slice(0, 8)}01`;
    const ids = bId === null ? [aId] : [aId, bId];
    const name = [month, ...ids].join(' ');
    let row = months.get(name);
    if (row === undefined) months.set(name, (row = { ids, month, days: new Map() }));
    row.days.set(Number(iso.slice(8)) - 1, values);
  }
  return months;
}

async function readMonths(
  trx: Transaction<Tables>,
  organizationId: string,
  subject: Subject,
  asked: readonly MonthRow[],
): Promise<Map<string, MonthDays>> {
  const { table, subject: parts, measures } = sumTables[subject];
  const keys = ['month', ...parts];
  const columns = sql.join([...parts.map((_, k) => sql`${asked.map(({ ids }) => ids[k])}::uuid[]`)]);
  const { rows } = await sql<Record<string, unknown> & { month: string; days: number[] }>`
    select t.* from unnest(${asked.map(({ month }) => month)}::date[], ${columns}) as asked(${sql.raw(keys.join(', '))})
    join ${sql.table(table)} t on t.organization_id = ${organizationId} and ${sql.raw(keys.map((key) => `t.${key} = asked.${key}`).join(' and '))}
  `.execute(trx);
  return new Map(
    rows.map((row) => {
      const values = measures.map((measure) => row[byDay(measure)] as number[]);
      const days = row.days.map((day, k) => [day, values.map((ofDays) => exactOf(ofDays[k] as number))] as const);
      return [[row.month, ...parts.map((part) => row[part])].join(' '), new Map(days)];
    }),
  );
}

function monthColumns(subject: Subject, days: MonthDays): Record<string, unknown> {
  const ordered = [...days].sort(([a], [b]) => a - b);
  const columns: Record<string, unknown> = { days: ordered.map(([day]) => day) };
  for (const [m, measure] of sumTables[subject].measures.entries()) {
    const values = ordered.map(([, ofDay]) => roundedMs(ofDay[m] as ExactMs));
    columns[measure] = values.reduce((sum, value) => sum + value, 0);
    columns[byDay(measure)] = values;
  }
  return columns;
}
