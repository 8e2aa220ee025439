import { addExact, exactOf, isoDayOf, isZero, measuresOf, type OpenSumDifference, roundedMs } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import { upsertRows } from '../bulk/upsert-rows.ts';
import type { DerivedKey } from '../derived/derived-key.ts';
import { nilId } from '../derived/sum-tables.ts';
import type { Tables } from '../tables.ts';
import { deleteKeys } from './delete-keys.ts';
import { DoubtError } from './doubt.ts';

export const openSumKey = { subject: 'text', a_id: 'uuid', b_id: 'uuid', measure: 'text', since_day: 'date' } as const;

/** Adds to what lasts to this day what came less what went. @throws InexactSumError, DoubtError */
export async function applyOpenSums(
  trx: Transaction<Tables>,
  derived: DerivedKey,
  differences: readonly OpenSumDifference[],
): Promise<void> {
  if (differences.length === 0) return;
  const asked = differences.map(({ subject, aId, bId, measure, sinceDay, weight, offset }) => ({
    key: { subject, a_id: aId, b_id: bId ?? nilId, measure: measuresOf[subject][measure] as string, since_day: isoDayOf(sinceDay) },
    weight,
    offset,
  }));
  const { rows } = await sql<{ place: number; weight: number; offset_ms: number }>`
    select asked.place::int as place, t.weight, t.offset_ms
    from rows from (jsonb_to_recordset(${JSON.stringify(asked.map(({ key }) => key))}::jsonb)
      as (subject text, a_id uuid, b_id uuid, measure text, since_day date)) with ordinality
      as asked(subject, a_id, b_id, measure, since_day, place)
    join open_sum t on t.organization_id = ${derived.organization_id} and t.subject = asked.subject and t.a_id = asked.a_id
      and t.b_id = asked.b_id and t.measure = asked.measure and t.since_day = asked.since_day
  `.execute(trx);
  const stored = new Map(rows.map((row) => [row.place - 1, row]));
  const summed = asked.map(({ key, ...change }, place) => {
    const { weight = 0, offset_ms = 0 } = stored.get(place) ?? {};
    return { key, weight: addExact(exactOf(weight), change.weight), offset: addExact(exactOf(offset_ms), change.offset) };
  });
  if (summed.some(({ weight, offset }) => weight.ms < 0 || offset.ms < 0 || (isZero(weight) && !isZero(offset))))
    throw new DoubtError('an open sum would be below zero');
  const [gone, kept] = [summed.filter(({ weight }) => isZero(weight)), summed.filter(({ weight }) => !isZero(weight))];
  await deleteKeys(
    trx,
    derived.organization_id,
    'open_sum',
    openSumKey,
    gone.map(({ key }) => key),
  );
  await upsertRows(
    trx,
    'open_sum',
    kept.map(({ key, weight, offset }) => ({ ...derived, ...key, weight: roundedMs(weight), offset_ms: roundedMs(offset) })),
  );
}
