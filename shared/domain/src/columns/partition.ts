import type { Column } from './enlarge.ts';
import { giveBack } from './give-back.ts';

export interface Partition<C> {
  /** The rows of group `g` are `offset[g]` to `offset[g + 1] − 1`, in the order in which they came. */
  readonly offset: Int32Array;
  readonly columns: C;
}

/**
 * Copies columns group by group. Reading rows one after another and writing to the end of each group is many times quicker than
 * picking the rows of a group out of long columns. A negative group leaves the row out.
 */
export function partitionRows<C extends Readonly<Record<string, Column>>>(
  groupOf: Int32Array,
  groupCount: number,
  columns: C,
): Partition<C> {
  const offset = new Int32Array(groupCount + 1);
  for (let row = 0; row < groupOf.length; row++) if (groupOf[row]! >= 0) offset[groupOf[row]! + 1]!++;
  for (let group = 0; group < groupCount; group++) offset[group + 1]! += offset[group]!;
  const place = new Int32Array(groupOf.length);
  const next = offset.slice(0, groupCount);
  for (let row = 0; row < groupOf.length; row++) place[row] = groupOf[row]! >= 0 ? next[groupOf[row]!]!++ : -1;
  const parts = Object.entries(columns).map(([name, column]) => [name, move(column, place, offset[groupCount]!)]);
  giveBack([place]);
  return { offset, columns: Object.fromEntries(parts) as C };
}

function move(column: Column, place: Int32Array, count: number): Column {
  const Moved = column.constructor as new (length: number) => Column;
  const moved = new Moved(count);
  for (let row = 0; row < place.length; row++) if (place[row]! >= 0) moved[place[row]!] = column[row]!;
  return moved;
}
