import { groupRows } from './group-rows.ts';

/** Below this many rows moving them one by one beats a call to the general sort. */
const insertionLimit = 40;

/** Sorts the first `count` entries of `rows` by `key[row]`, ties by the row's number. */
export function sortRows(rows: Int32Array, count: number, key: ArrayLike<number>): void {
  if (count > insertionLimit) {
    rows.subarray(0, count).sort((a, b) => key[a]! - key[b]! || a - b);
    return;
  }
  for (let end = 1; end < count; end++) {
    const row = rows[end]!;
    let place = end;
    while (place > 0 && (key[rows[place - 1]!]! > key[row]! || (key[rows[place - 1]!]! === key[row]! && rows[place - 1]! > row))) {
      rows[place] = rows[place - 1]!;
      place--;
    }
    rows[place] = row;
  }
}

/** The rows of a long column by its values, ties by the row's number. */
export function orderRows(key: Float64Array): Int32Array {
  // The native sort of plain numbers is many times faster than one that calls back; each row then finds its place.
  const sorted = key.slice().sort();
  const place = new Int32Array(key.length);
  for (let row = 0; row < key.length; row++) place[row] = firstPlaceOf(key[row]!, sorted);
  return groupRows(place, key.length).rows;
}

function firstPlaceOf(value: number, sorted: Float64Array): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
