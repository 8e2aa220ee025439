import {
  type AnalyzedPlay,
  analyzePlay,
  type Calendar,
  deriveCourse,
  type InitiativeDifference,
  type InitiativeFacts,
  initiativeMeasures,
  instantOfPlay,
  isoDayOf,
  type OrganizationClock,
} from '@speedtax/domain';
import { type Insertable, sql, type Transaction } from 'kysely';
import { upsertRows } from '../bulk/upsert-rows.ts';
import type { DerivedKey } from '../derived/derived-key.ts';
import { courseColumns } from '../derived/present-courses.ts';
import { cutIntoMonths, decodePlay, encodePlay } from '../derived/present-plays.ts';
import { byDay, nilId, sumTables } from '../derived/sum-tables.ts';
import type { Tables } from '../tables.ts';
import { openSumKey } from './apply-open-sums.ts';
import { deleteKeys } from './delete-keys.ts';
import { DoubtError } from './doubt.ts';

/** What began and ended in some initiatives, ascending. */
export type Plays = ReadonlyMap<string, Float64Array>;

export interface Measured {
  readonly clock: OrganizationClock;
  readonly now: number;
  readonly calendar: Calendar;
}

export async function readPlays(trx: Transaction<Tables>, organizationId: string, initiativeIds: readonly string[]): Promise<Plays> {
  const plays = new Map<string, Float64Array>(initiativeIds.map((id) => [id, new Float64Array(0)]));
  if (initiativeIds.length === 0) return plays;
  const { rows } = await sql<{ initiative_id: string; events: Buffer }>`
    select initiative_id, string_agg(events, '' order by month) as events from initiative_play
    where organization_id = ${organizationId} and initiative_id = any(${initiativeIds}::uuid[])
    group by initiative_id
  `.execute(trx);
  for (const { initiative_id, events } of rows) plays.set(initiative_id, decodePlay(events));
  return plays;
}

/** Takes events out of a play and puts others in. @throws DoubtError where one is not there */
export function changePlay(events: Float64Array, { gone, come }: Pick<InitiativeDifference, 'gone' | 'come'>): Float64Array {
  const left = new Map<number, number>();
  for (const event of gone) left.set(event, (left.get(event) ?? 0) + 1);
  const kept = events.filter((event) => {
    const times = left.get(event) ?? 0;
    if (times === 0) return true;
    left.set(event, times - 1);
    return false;
  });
  if (kept.length !== events.length - gone.length) throw new DoubtError('an event of an initiative is not where it was');
  return Float64Array.from([...kept, ...come]).sort();
}

/** Writes what follows from the plays of some initiatives: their events, sums and courses, as far as they differ. */
export async function writePlays(
  trx: Transaction<Tables>,
  derived: DerivedKey,
  plays: readonly { id: string; facts: InitiativeFacts; before: Float64Array; after: Float64Array }[],
  { clock, now }: Pick<Measured, 'clock' | 'now'>,
): Promise<void> {
  const found = plays.map((play) => ({ ...play, was: analyzePlay(clock, play.before), is: analyzePlay(clock, play.after) }));
  await writeDifferent(
    trx,
    derived,
    'initiative_play',
    { initiative_id: 'uuid', month: 'date' },
    {
      was: found.flatMap(({ id, before }) => playRows(id, before)),
      is: found.flatMap(({ id, after }) => playRows(id, after)),
    },
  );
  await writeDifferent(
    trx,
    derived,
    'initiative_month_sum',
    { initiative_id: 'uuid', month: 'date' },
    {
      was: found.flatMap(({ id, was }) => sumRows(id, was)),
      is: found.flatMap(({ id, is }) => sumRows(id, is)),
    },
  );
  await writeDifferent(trx, derived, 'open_sum', openSumKey, {
    was: found.flatMap(({ id, was }) => openSumRows(id, was)),
    is: found.flatMap(({ id, is }) => openSumRows(id, is)),
  });
  const courses = found.map(({ id, facts, is }) => ({
    ...derived,
    initiative_id: id,
    ...courseColumns(deriveCourse(facts, is.play, clock, now)),
  }));
  await upsertRows(trx, 'initiative_course', courses);
}

/** Of two lists of rows deletes what only the first has, and writes what only the second has. */
async function writeDifferent(
  trx: Transaction<Tables>,
  derived: DerivedKey,
  table: 'initiative_play' | 'initiative_month_sum' | 'open_sum',
  key: Readonly<Record<string, string>>,
  { was, is }: { was: readonly Record<string, unknown>[]; is: readonly Record<string, unknown>[] },
): Promise<void> {
  const keyOf = (row: Record<string, unknown>) =>
    Object.keys(key)
      .map((name) => row[name])
      .join(' ');
  const former = new Set(was.map((row) => JSON.stringify(row)));
  const present = new Set(is.map(keyOf));
  await deleteKeys(
    trx,
    derived.organization_id,
    table,
    key,
    was.filter((row) => !present.has(keyOf(row))),
  );
  const written = is.filter((row) => !former.has(JSON.stringify(row))).map((row) => ({ ...derived, ...row }));
  await upsertRows(trx, table, written as unknown as Insertable<Tables[typeof table]>[]);
}

function playRows(initiative_id: string, events: Float64Array) {
  return [...cutIntoMonths(events, 0, events.length)].map(({ month, begin, end }) => ({
    initiative_id,
    month: isoDayOf(month),
    // As Postgres reads bytes in a text.
    events: `\\x${encodePlay(events.subarray(begin, end)).toString('hex')}`,
  }));
}

function sumRows(initiative_id: string, { sums }: AnalyzedPlay) {
  const days = Array.from(sums.day.subarray(0, sums.count), (day, row) => ({ day, iso: isoDayOf(day), row }));
  return [...Map.groupBy(days, ({ iso }) => `${iso.slice(0, 8)}01`)].map(([month, ofMonth]) => {
    const columns: Record<string, unknown> = { initiative_id, month, days: ofMonth.map(({ iso }) => Number(iso.slice(8)) - 1) };
    for (const [m, measure] of sumTables.initiative.measures.entries()) {
      const values = ofMonth.map(({ row }) => sums.values[m]?.[row] as number);
      columns[measure] = values.reduce((sum, value) => sum + value, 0);
      columns[byDay(measure)] = values;
    }
    return columns;
  });
}

function openSumRows(id: string, { openSums }: AnalyzedPlay) {
  return Array.from({ length: openSums.count }, (_, row) => ({
    subject: 'initiative',
    a_id: id,
    b_id: nilId,
    measure: initiativeMeasures[openSums.measure[row] as number],
    since_day: isoDayOf(openSums.sinceDay[row] as number),
    weight: openSums.weight[row],
    offset_ms: openSums.offsetMs[row],
  }));
}

/** When anything first happened in any of these; Infinity: nothing did. */
export function firstInstantOf(plays: Plays): number {
  let first = Number.POSITIVE_INFINITY;
  for (const events of plays.values()) if (events.length > 0) first = Math.min(first, instantOfPlay(events[0] as number));
  return first;
}
