import { instantOfPlay, type PlayColumns } from '@speedtax/domain';
import type { ColumnRows } from '../bulk/replace-columns.ts';
import type { PackedIds } from './pack-ids.ts';

const msPerDay = 86_400_000;

/** A row per initiative and month in which anything began or ended. */
export function playRows(ids: PackedIds, { offset, event }: PlayColumns): ColumnRows {
  const chunks: { initiative: number; month: number; begin: number; end: number }[] = [];
  for (let initiative = 0; initiative + 1 < offset.length; initiative++)
    for (const chunk of cutIntoMonths(event, offset[initiative] as number, offset[initiative + 1] as number))
      chunks.push({ initiative, ...chunk });
  return {
    count: chunks.length,
    columns: ['initiative_id', 'month', 'events'],
    writeRow(row, out) {
      const { initiative, month, begin, end } = chunks[row] as (typeof chunks)[number];
      out.uuid(ids.initiatives, initiative);
      out.date(month);
      out.bytes(encodePlay(event.subarray(begin, end)));
    },
  };
}

/** Months as the day number of their first day. Events are sorted: each month is a run of them. */
export function* cutIntoMonths(event: Float64Array, first: number, last: number): Generator<{ month: number; begin: number; end: number }> {
  for (let begin = first; begin < last; ) {
    const at = new Date(instantOfPlay(event[begin] as number));
    const next = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1);
    let end = begin + 1;
    while (end < last && instantOfPlay(event[end] as number) < next) end++;
    yield { month: Date.UTC(at.getUTCFullYear(), at.getUTCMonth()) / msPerDay, begin, end };
    begin = end;
  }
}

export function encodePlay(events: Float64Array): Buffer {
  const bytes = Buffer.allocUnsafe(events.length * Float64Array.BYTES_PER_ELEMENT);
  for (let k = 0; k < events.length; k++) bytes.writeDoubleLE(events[k] as number, k * Float64Array.BYTES_PER_ELEMENT);
  return bytes;
}
