import { sortByKeys } from './sort-by-key.ts';

const meanYearMs = 31_556_952_000;

/** Rows cut into packs: those of pack `p` are `order[begin[p]]` to `order[begin[p + 1] − 1]`, which agree in every key and in the UTC year. */
export interface YearPacks {
  readonly count: number;
  readonly order: Int32Array;
  readonly begin: Int32Array;
  readonly year: Int16Array;
}

/**
 * Packs rows by the year of their instant and by keys of −1 and up, in order of the keys, then years. Within a pack rows stay in
 * the order they have in `rows`.
 */
export function deriveYearPacks(at: Float64Array, keys: readonly Int32Array[], rows: Int32Array): YearPacks {
  const yearOf = yearsOf(at);
  const order = sortByKeys(rows, [...keys, yearOf]);
  const begins = findBegins(order, [...keys, yearOf]);
  const count = begins.length - 1;
  const year = new Int16Array(count);
  for (let pack = 0; pack < count; pack += 1) year[pack] = yearOf[order[begins[pack] as number] as number] as number;
  return { count, order, begin: begins, year };
}

/** Where rows begin that differ from the one before in any key, and at the end where the last ones end. */
function findBegins(order: Int32Array, keys: readonly Int32Array[]): Int32Array {
  const isBegin = new Uint8Array(order.length);
  for (const key of keys) {
    for (let place = 1; place < order.length; place += 1)
      if (key[order[place] as number] !== key[order[place - 1] as number]) isBegin[place] = 1;
  }
  if (order.length > 0) isBegin[0] = 1;
  let count = 0;
  for (let place = 0; place < order.length; place += 1) count += isBegin[place] as number;
  const begins = new Int32Array(count + 1);
  let next = 0;
  for (let place = 0; place < order.length; place += 1) if (isBegin[place] === 1) begins[next++] = place;
  begins[next] = order.length;
  return begins;
}

function yearsOf(at: Float64Array): Int32Array {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < at.length; row += 1) {
    if ((at[row] as number) < least) least = at[row] as number;
    if ((at[row] as number) > most) most = at[row] as number;
  }
  const years = new Int32Array(at.length);
  if (at.length === 0) return years;
  const firstYear = new Date(least).getUTCFullYear();
  const lastYear = new Date(most).getUTCFullYear();
  const starts = Float64Array.from({ length: lastYear - firstYear + 2 }, (_, k) => Date.UTC(firstYear + k, 0, 1));
  for (let row = 0; row < at.length; row += 1) {
    const instant = at[row] as number;
    // Right but for a day or two around New Year.
    let year = Math.min(lastYear - firstYear, Math.floor((instant - (starts[0] as number)) / meanYearMs));
    if (instant < (starts[year] as number)) year -= 1;
    else if (instant >= (starts[year + 1] as number)) year += 1;
    years[row] = firstYear + year;
  }
  return years;
}
