import { groupRows } from './group-rows.ts';

/** Below this many rows moving them one by one beats a call to the general sort. */
const insertionLimit = 40;

/** Sorts the first `count` entries of `rows` by `key[row]`, ties by the row's number. */
export function sortRows(rows: Int32Array, count: number, key: Float64Array): void {
  sortStretch(rows, 0, count, key);
}

/** Sorts the entries of `rows` from `begin` to `end` (exclusive) by `key[row]`, ties by the row's number. */
export function sortStretch(rows: Int32Array, begin: number, end: number, key: Float64Array): void {
  if (end - begin > insertionLimit) {
    const unsorted = rows.slice(begin, end).sort();
    const order = orderRows(Float64Array.from(unsorted, (row) => key[row]!));
    for (let place = 0; place < order.length; place++) rows[begin + place] = unsorted[order[place]!]!;
    return;
  }
  for (let next = begin + 1; next < end; next++) {
    const row = rows[next]!;
    const value = key[row]!;
    let place = next;
    for (; place > begin; place--) {
      const before = rows[place - 1]!;
      if (key[before]! < value || (key[before] === value && before < row)) break;
      rows[place] = before;
    }
    rows[place] = row;
  }
}

/** Sorts the entries of `rows` from `begin` to `end` (exclusive) by what `compare` says of two of them; those alike keep their order. */
export function sortStretchBy(rows: Int32Array, begin: number, end: number, compare: (a: number, b: number) => number): void {
  if (end - begin > insertionLimit) {
    rows.subarray(begin, end).sort(compare);
    return;
  }
  for (let next = begin + 1; next < end; next++) {
    const row = rows[next]!;
    let place = next;
    for (; place > begin && compare(rows[place - 1]!, row) > 0; place--) rows[place] = rows[place - 1]!;
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
