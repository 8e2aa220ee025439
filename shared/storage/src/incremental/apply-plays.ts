import {
  type AnalyzedPlay,
  analyzePlay,
  dayOf,
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
import { cutIntoMonths, encodePlay } from '../derived/present-plays.ts';
import { byDay, nilId, sumTables } from '../derived/sum-tables.ts';
import type { Tables } from '../tables.ts';
import { deleteKeys } from './delete-keys.ts';
import { DoubtError } from './doubt.ts';

export interface ChangedPlay {
  readonly id: string;
  readonly facts: InitiativeFacts;
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/** Takes events out of a play and puts others in; all ascending. @throws DoubtError where one is not there */
export function changePlay(events: Float64Array, { gone, come }: Pick<InitiativeDifference, 'gone' | 'come'>): Float64Array {
  const changed = new Float64Array(Math.max(0, events.length - gone.length + come.length));
  let [next, nextGone, nextCome] = [0, 0, 0];
  for (const event of events) {
    while (nextCome < come.length && (come[nextCome] as number) <= event) changed[next++] = come[nextCome++] as number;
    if (nextGone < gone.length && gone[nextGone] === event) nextGone++;
    else changed[next++] = event;
  }
  while (nextCome < come.length) changed[next++] = come[nextCome++] as number;
  if (nextGone < gone.length) throw new DoubtError('an event of an initiative is not where it was');
  return changed;
}

/** Writes what follows from the plays of some initiatives: their events, sums and courses, from where they differ on. */
export async function writePlays(
  trx: Transaction<Tables>,
  derived: DerivedKey,
  plays: readonly ChangedPlay[],
  { clock, now }: { clock: OrganizationClock; now: number },
): Promise<void> {
  const found = plays.map((play) => ({ ...play, is: analyzePlay(clock, play.after) }));
  await upsertRows(
    trx,
    'initiative_course',
    found.map(({ id, facts, is }) => ({ ...derived, initiative_id: id, ...courseColumns(deriveCourse(facts, is.play, clock, now)) })),
  );
  const different = found
    .map((play) => ({ ...play, since: firstDifference(play.before, play.after) }))
    .filter(({ since }) => since < Number.POSITIVE_INFINITY);
  if (different.length === 0) return;
  await writeEvents(trx, derived, different);
  const lastedSince = await findLasting(trx, derived, different);
  await writeSums(
    trx,
    derived,
    different.map(({ id, is, since }) => {
      const lastsSince = [...is.openSums.sinceDay.subarray(0, is.openSums.count)].map(isoDayOf);
      const [first] = [isoDayOf(dayOf(clock, since)), ...lastsSince, ...(lastedSince.get(id) ?? [])].toSorted();
      return { id, is, sinceMonth: monthOf(first as string) };
    }),
  );
  await writeOpenSums(trx, derived, different);
}

/** The instant of the first event that is in one of them only; Infinity: there is none. */
function firstDifference(before: Float64Array, after: Float64Array): number {
  let place = 0;
  while (place < before.length && before[place] === after[place]) place++;
  if (place === before.length && place === after.length) return Number.POSITIVE_INFINITY;
  return instantOfPlay(Math.min(before[place] ?? Number.POSITIVE_INFINITY, after[place] ?? Number.POSITIVE_INFINITY));
}

/**
 * Since when something lasted in each, as it was told before. Days of what lasts are no days of a month: where it ends, or an end
 * is gone, they move from one to the other, however long ago it began.
 */
async function findLasting(
  trx: Transaction<Tables>,
  derived: DerivedKey,
  plays: readonly { id: string }[],
): Promise<Map<string, string[]>> {
  const rows = await trx
    .selectFrom('open_sum')
    .select(({ fn }) => ['a_id', fn.min('since_day').as('since_day')])
    .where('organization_id', '=', derived.organization_id)
    .where('subject', '=', 'initiative')
    .where(
      'a_id',
      'in',
      plays.map(({ id }) => id),
    )
    .groupBy('a_id')
    .execute();
  return new Map(rows.map(({ a_id, since_day }) => [a_id, [since_day]]));
}

async function writeEvents(trx: Transaction<Tables>, derived: DerivedKey, plays: readonly ChangedPlay[]): Promise<void> {
  const gone: object[] = [];
  const rows: Insertable<Tables['initiative_play']>[] = [];
  for (const { id, before, after } of plays) {
    const former = new Map(
      [...cutIntoMonths(before, 0, before.length)].map(({ month, begin, end }) => [month, before.subarray(begin, end)]),
    );
    for (const { month, begin, end } of cutIntoMonths(after, 0, after.length)) {
      const events = after.subarray(begin, end);
      const was = former.get(month);
      former.delete(month);
      if (was !== undefined && firstDifference(was, events) === Number.POSITIVE_INFINITY) continue;
      // As Postgres reads bytes in a text.
      const bytes = `\\x${encodePlay(events).toString('hex')}` as unknown as Buffer;
      rows.push({ ...derived, initiative_id: id, month: isoDayOf(month), events: bytes });
    }
    for (const month of former.keys()) gone.push({ initiative_id: id, month: isoDayOf(month) });
  }
  await deleteKeys(trx, derived.organization_id, 'initiative_play', { initiative_id: 'uuid', month: 'date' }, gone);
  await upsertRows(trx, 'initiative_play', rows);
}

/** Days before the month of the first difference are as they were, but for those of what lasts or lasted. */
async function writeSums(
  trx: Transaction<Tables>,
  derived: DerivedKey,
  plays: readonly { id: string; is: AnalyzedPlay; sinceMonth: string }[],
): Promise<void> {
  const rows = plays.flatMap(({ id, is, sinceMonth }) => sumRows(id, is, sinceMonth));
  const months = (of: readonly { month: string }[]) => sql`${of.map(({ month }) => month)}::date[]`;
  await sql`
    delete from initiative_month_sum t
    using unnest(${plays.map(({ id }) => id)}::uuid[], ${months(plays.map(({ sinceMonth }) => ({ month: sinceMonth })))}) as since(initiative_id, month)
    where t.organization_id = ${derived.organization_id} and t.initiative_id = since.initiative_id and t.month >= since.month
      and not exists (
        select from unnest(${rows.map(({ initiative_id }) => initiative_id)}::uuid[], ${months(rows)}) as kept(initiative_id, month)
        where kept.initiative_id = t.initiative_id and kept.month = t.month
      )
  `.execute(trx);
  await upsertRows(
    trx,
    'initiative_month_sum',
    rows.map((row) => ({ ...derived, ...row })) as unknown as Insertable<Tables['initiative_month_sum']>[],
  );
}

function sumRows(initiative_id: string, { sums }: AnalyzedPlay, sinceMonth: string) {
  const days = Array.from(sums.day.subarray(0, sums.count), (day, row) => ({ day, row }))
    .filter(({ day }) => day >= Date.parse(sinceMonth) / msPerDay)
    .map(({ day, row }) => ({ iso: isoDayOf(day), row }));
  return [...Map.groupBy(days, ({ iso }) => monthOf(iso))].map(([month, ofMonth]) => {
    const columns: Record<string, unknown> = { days: ofMonth.map(({ iso }) => Number(iso.slice(8)) - 1) };
    for (const [m, measure] of sumTables.initiative.measures.entries()) {
      const values = ofMonth.map(({ row }) => sums.values[m]?.[row] as number);
      columns[measure] = values.reduce((sum, value) => sum + value, 0);
      columns[byDay(measure)] = values;
    }
    return { initiative_id, month, ...columns };
  });
}

/** What lasts to this day is little: it is told whole. */
async function writeOpenSums(
  trx: Transaction<Tables>,
  derived: DerivedKey,
  plays: readonly { id: string; is: AnalyzedPlay }[],
): Promise<void> {
  const rows = plays.flatMap(({ id, is: { openSums } }) =>
    Array.from({ length: openSums.count }, (_, row) => ({
      ...derived,
      subject: 'initiative' as const,
      a_id: id,
      b_id: nilId,
      measure: initiativeMeasures[openSums.measure[row] as number] as string,
      since_day: isoDayOf(openSums.sinceDay[row] as number),
      weight: openSums.weight[row] as number,
      offset_ms: openSums.offsetMs[row] as number,
    })),
  );
  await sql`
    delete from open_sum t
    where t.organization_id = ${derived.organization_id} and t.subject = 'initiative' and t.a_id = any(${plays.map(({ id }) => id)}::uuid[])
      and not exists (
        select from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as kept(a_id uuid, measure text, since_day date)
        where kept.a_id = t.a_id and kept.measure = t.measure and kept.since_day = t.since_day
      )
  `.execute(trx);
  await upsertRows(trx, 'open_sum', rows);
}

const msPerDay = 86_400_000;

/** The first day of the month of a day, both 'YYYY-MM-DD'. */
function monthOf(isoDay: string): string {
  return `${isoDay.slice(0, 8)}01`;
}
